import { likely, perhaps, plain, type Sign } from './sign.ts';

/** Building an image of the application. */
export const IMAGE: readonly Sign[] = [
  ...plain(
    /^(?:docker|podman|nerdctl) (?:buildx |image )?(?:build|bake)(?=\s|$)/,
    /^(?:docker compose|docker-compose|podman-compose)\b.*\sbuild(?=\s|$)/,
    /^(?:buildah (?:bud|build)|img build|depot build|pack build|s2i build|kaniko\S*|executor\b.*--destination|ko (?:build|publish|resolve|apply)|nixpacks build)(?![\w-])/,
    /^az acr build\b/,
    /^gcloud builds submit\b/,
    /^skaffold (?:build|run)(?![\w-])/,
    /^(?:mvn|mvnw|gradle|gradlew)\b.*\b(?:jib:\w+|jib|jibDockerBuild|spring-boot:build-image|bootBuildImage|dockerBuild\w*|docker:build)(?![\w-])/,
    /^dotnet publish\b.*PublishContainer/,
    /^sbt\b.*\bdocker:publish\w*/i,
  ),
  ...perhaps(/^(?:docker compose|docker-compose)\b.*\sup\b.*--build/, /^earthly\b.*\+(?:docker|image)/),
];

/** Changing an environment that runs. Publishing a package, an image or documentation is no deploy, and neither is a preview. */
export const DEPLOY: readonly Sign[] = [
  ...plain(
    /^(?:kubectl|oc)\b(?!.*--dry-run).*\s(?:apply|set image|rollout restart|replace|create -f|patch)(?=\s|$)/,
    /^helm\b(?!.*--dry-run).*\s(?:upgrade|install)(?=\s)(?!.*\bplugin\b)/,
    /^(?:helmfile|helmsman)\b.*\s(?:apply|sync|-apply)(?=\s|$)/,
    /^argocd app (?:sync|set)(?![\w-])/,
    /^(?:terraform|tofu|terragrunt)\b.*\s(?:apply|run-all apply)(?=\s|$)/,
    /^pulumi\b.*\sup(?:date)?(?=\s|$)/,
    /^(?:cdk|sam|copilot (?:svc|app)?|sst|zappa|chalice|arc|serverless|sls|kamal|mrsk|werf converge|waypoint|porter|garden|tanka|okteto|nitric|encore|modal|dagster-cloud) (?:deploy|up|setup)(?![\w-])/,
    /^werf converge\b/,
    /^aws (?:ecs (?:update-service|deploy)|deploy (?:create-deployment|push)|lambda update-function-code|cloudformation (?:deploy|update-stack|create-stack)|elasticbeanstalk (?:update-environment|create-application-version)|apprunner (?:start-deployment|update-service)|amplify start-deployment|autoscaling start-instance-refresh|ssm send-command|lightsail create-container-service-deployment)(?![\w-])/,
    /^aws s3 (?:sync|cp)\b.*\ss3:\/\/(?!.*(?:artifact|cache|backup|log|report|coverage|test-result))/,
    /^(?:ecs-deploy|ecs-cli compose.* (?:up|service up)|ecspresso deploy|eb deploy|amplify publish)(?![\w-])/,
    /^gcloud\b.*\s(?:run (?:deploy|services update|services replace)|app deploy|functions deploy|deploy releases create|compute instance-groups managed rolling-action)(?![\w-])/,
    /^firebase (?:deploy|hosting:channel:deploy live)(?![\w-])/,
    /^az\b.*\s(?:webapp (?:deploy\S*|up|config container set|restart)|functionapp deploy\S*|containerapp (?:up|update)|spring app deploy|staticwebapp deploy|deployment \w+ create)(?![\w-])/,
    /^func azure functionapp publish\b/,
    /^swa deploy\b/,
    /^(?:fly|flyctl)\b.*\s?deploy\b/,
    /^(?:vercel|now)\b.*\s--prod(?:uction)?\b/,
    /^netlify\b.*\sdeploy\b.*\s(?:--prod(?:-if-unlocked)?|-p)(?=\s|$)/,
    /^wrangler\b.*\s?(?:deploy|publish)\b(?!.*--dry-run)/,
    /^railway (?:up|redeploy|deploy)(?![\w-])/,
    /^(?:koyeb|doctl|scalingo|clever|platform|upsun|porter|northflank|cloud66|caprover|render|zeabur|qovery|sevalla|divio|deployctl|coolify)\b.*\s?\b(?:deploy\S*|redeploy|create-deployment|push)(?![\w-])/,
    /^heroku\b.*\s?(?:container:release|builds:create|pipelines:promote)(?![\w-])/,
    /^git\b.*\bpush\b.*\b(?:heroku|dokku|deis|production-server|git\.heroku\.com|piku)(?![\w-])/,
    /^(?:cf|ibmcloud cf)\b.*\b(?:push|v3-push|v3-zdt-push|zero-downtime-push|blue-green-deploy|deploy)(?![\w-])/,
    /^(?:cap|dep|mina|fab|pm2|shipit|envoy run|deployer|dplcd|hyp3rcd) (?:\S+ ){0,2}deploy\b/,
    /^envoy run\b/,
    /^(?:ansible-playbook|nomad (?:job )?run|docker stack deploy|docker service update|docker -H \S+|capistrano)(?![\w-])/,
    /^(?:skaffold|devspace) (?:run|deploy)(?![\w-])/,
    /^eas update\b.*production/,
    /^(?:bundle exec )?fastlane\b(?!.*\b(?:draft|halted)\b).*\b(?:supply|upload_to_play_store)\b.*\btrack[ :=]+production\b/,
    /^supabase (?:functions deploy|db push)(?![\w-])/,
    /^convex deploy\b/,
    /^docker (?:--host|-H|--context|context)\b.*\b(?:compose|stack|service|run)(?![\w-])/,
  ),
  // What is handed to a store lies with its testers until somebody releases it, which the settings there decide.
  ...perhaps(
    /^eas submit\b.*production/,
    /^(?:bundle exec )?fastlane\b.*\b(?:deliver|appstore|upload_to_app_store|supply|upload_to_play_store)(?![\w-])/,
  ),
  ...likely(
    /^curl\b.*(?:api\.render\.com\/deploy|DEPLOY_HOOK|DEPLOY_WEBHOOK|deploy_hook|RENDER_\w*HOOK|\/deploy(?:ments?)?\/hooks?\b|api\.vercel\.com\/v\d\/integrations\/deploy|api\.netlify\.com\/build_hooks|coolify\S*\/deploy|\/webhooks?\/deploy)/,
  ),
];

/** Reaching another machine by hand. Whether that deploys, what is done there tells. */
export const REMOTE = /^(?:sshpass\b.*\s)?(?:ssh|scp|rsync|sftp|lftp|ftp|ncftpput|git-ftp|mosh|plink|pscp)\b/;
/** A command that puts files on another machine. */
export const REMOTE_COPY =
  /^(?:sshpass\b.*\s)?(?:scp|rsync|sftp|pscp)\b.*(?:@[\w.${}-]{1,100}:|\$\{?\w*(?:HOST|SERVER|REMOTE|TARGET|IP)\w*\}?:|\$\{\{[^}]{0,80}\}\}:)|^(?:lftp|ncftpput|git-ftp)\b/i;
/** Work done on the other machine that makes a new version run there. */
export const REMOTE_WORK =
  /\b(?:pm2 (?:restart|reload|start|deploy|startOrRe\w+)|docker[- ]compose\b.{0,200}\b(?:up|pull)|docker (?:pull|run|stack|service|restart)|systemctl (?:restart|reload|start)|service \S+ (?:restart|reload)|supervisorctl|git (?:pull|fetch|checkout|reset)|forever (?:restart|start)|npm (?:ci|install|run build)|yarn install|bundle install|artisan migrate|nginx -s reload|passenger-config restart|kubectl|deploy\S*)\b/;

/** Telling monitoring of a release, or asking it for a check. */
export const MONITORING: readonly Sign[] = [
  ...plain(
    /^sentry-cli\b.*\s(?:releases (?:new|finalize|deploys|set-commits)|deploys new)(?![\w-])/,
    /^newrelic\b.*\b(?:changeTracking|change-tracking|deployment|apm deployment)(?![\w-])/,
    /^datadog-ci (?:deployment|dora|synthetics)(?![\w-])/,
    /^(?:honeymarker|checkly (?:deploy|trigger|test)|appsignal notify_of_deploy|bugsnag-build-reporter|rollbar-cli|honeybadger deploy)(?![\w-])/,
    /^curl\b.*(?:api\.(?:eu\.)?newrelic\.com|newrelic\.com\/graphql|api\.datadoghq\.(?:com|eu)\/api\/v\d\/(?:events|dora)|api\.rollbar\.com\/api\/1\/deploy|api\.honeycomb\.io\/1\/markers|\/api\/annotations\b|sentry\.io\/api\/\S*(?:releases|deploys)|events\.pagerduty\.com|api\.appsignal\.com|build\.bugsnag\.com|api\.honeybadger\.io\/v1\/deploys|deployments\.json|api\.betteruptime\.com|uptime\.betterstack\.com|api\.statuspage\.io|api\.airbrake\.io)/,
    /^wget\b.*(?:newrelic|datadoghq)/,
  ),
];

/** Asking a service whether it answers: a request that reads, fails on error, and keeps no file. */
const REQUEST = /^(?:curl|wget|http|xh|httpx|curlie)\b/;
const WRITES =
  /\s(?:-X ?(?:POST|PUT|PATCH|DELETE)|--request[ =](?:POST|PUT|PATCH|DELETE)|-d|--data\S*|-F|--form|-T|--upload-file|-O|-LO|-sLO|-fsSLO|-J|--remote-name|-o (?!\/dev\/null)\S+|--output (?!\/dev\/null)\S+|-P \S+)(?=\s|$)/;
const HEALTH =
  /(?:\/(?:api\/)?(?:v\d\/)?(?:_?health\w*|healthz?|readyz?|livez?|live|ready|liveness|readiness|ping|status|version|up|heartbeat|info|actuator)\b)/i;
const LOCAL = /\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b/;

/** How a request sounds: at a health route, at this machine, at some place, or no check at all. */
export function probeOf(text: string): 'health' | 'local' | 'somewhere' | null {
  if (!REQUEST.test(text) || WRITES.test(text)) return null;
  if (HEALTH.test(text)) return 'health';
  if (LOCAL.test(text)) return 'local';
  return /\s(?:-f|--fail|-sf\S*|-fs\S*|-I|--head|--spider|-w|--write-out)(?=\s|$)/.test(text) ? 'somewhere' : null;
}

/** Starting what was built, as it would run. */
export const STARTS =
  /^(?:docker (?:run|start)|docker compose\b.*\bup|docker-compose\b.*\bup|node |java -jar|npm (?:start|run start\S*)|yarn (?:start|run start\S*)|pnpm (?:start|run start\S*)|gunicorn|uvicorn|\S+ (?:serve|server)|kubectl (?:apply|run)|helm install)(?=\s|$|\S)/;
