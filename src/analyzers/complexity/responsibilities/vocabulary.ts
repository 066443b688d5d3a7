export const PREPOSITIONS: ReadonlySet<string> = listOf(
  'by with without for from to into in of at on via where when if within between across per than as using',
);

/** Words that tell nothing of what a function is about: grammar, what every program does, what every program is made of. */
export const SILENT: ReadonlySet<string> = listOf(`
  a an the this that these those it its my our own self and or not no yes but then else while whether unless until once so such
  is are was were am be been being do does did done has have had having can could may might must shall should will would need want
  off out up down over under again also only just even still already ever never now here there
  all any each every both either neither none some many much more most less least few several another other same different
  one two three four five six seven eight nine ten first second third last next prev previous before after early late
  new old current present past existing initial final default custom base main root top bottom left right raw plain safe simple quick
  single multi multiple double bulk batch whole full partial empty non valid invalid available active inactive auto manual
  legacy soft hard flat deep shallow centric infinite optimistic visible true false null undefined void nil
  get set unset add put let make create build new init initialize setup teardown do run go try start stop begin end finish execute exec perform
  process handle update modify change edit alter delete remove destroy drop clear clean cleanup reset find fetch load read write save store
  use list show hide display open close toggle enable disable check ensure assert determine detect require compute calculate calc
  apply call invoke trigger fire emit dispatch register unregister bind unbind attach detach listen subscribe unsubscribe
  return give take pick pluck select choose map reduce loop iterate collect gather concat append prepend push pop shift
  wrap unwrap convert transform normalize serialize deserialize stringify parse format resolve expand extend generate gen prepare
  configure switch throw rethrow await async sync then catch focus blur hover click press
  callback cb fn func function method prop props property attr attribute arg args argument param params parameter
  opt opts option config configuration ctx context state ref refs id ids uid uids uuid guid pk key val value data datum item entry
  obj object arr array str string num number int integer float numeric bool boolean type kind name text txt
  res req response result output input payload body header count total index indices idx len length size max min sum avg average
  util utils helper service controller manager provider factory impl implementation instance model entity schema
  module component class view page route router handler hook middleware action reducer wrapper container
  common shared core lib misc generic general global local internal external inner outer
  render renderer rerender effect memo promise error err exception warn warning debug info tooltip styled prototype constructor
  keydown keyup keypress mousedown mouseup mousemove mouseenter mouseleave pointer
  success fail failure complete ok main app application api client server
  label title description placeholder pre post sub un re tmp temp dummy fake env timestamp rect js ts tsx jsx css html json xml
  dom node element child children parent sibling ancestor dialog modal sheet cell row button form field
  loader meta section panel tab menu icon layout style color dropdown picker selector popover popup drawer toolbar sidebar navbar
  breadcrumb badge chip spinner skeleton tile banner bar box pane checkbox radio slider toggler accordion carousel avatar
  overlay backdrop indicator placeholder markup screen story storybook fallback boundary immediate
  permanent apply allow allows shows normal abstract provide home your mine derive skip contain declare include used expect head tail target
  matching describe say tell ask try keep adjacent optional required similar related additional extra
  manage operation command quote wait mode port automatic horizontal vertical padding margin spacing
  submit width height public private live walk literal line dir exp cta large small tree string
  category group event step ready effective latest pending src asc desc exist behind
`);

/** What is done, as the task that it is where no thing is named that it is done to. */
export const DEEDS: ReadonlySet<string> = listOf(`
  archive unarchive publish unpublish restore recover export import upload download search filter sort merge split join combine
  copy clone duplicate move rename replace reorder swap validate verify sanitize compare match send notify receive pull poll
  print draw paint animate scroll zoom drag resize schedule retry repeat refresh reload flush invalidate expire
  approve reject accept decline confirm cancel abort undo redo revert lock unlock pin unpin mark unmark follow unfollow
  react vote invite leave share connect disconnect unlink encode decode encrypt decrypt hash sign compress escape unescape
  trace measure track translate highlight insert extract strip trim truncate estimate paginate patch
  upsert migrate hydrate prefetch
`);

/** Things that much code has, and that name a task where no better word does. */
export const PLAIN_THINGS: ReadonlySet<string> = listOf(`
  record star rank log link validation verification query range table file folder path url uri date time day week month year image status progress summary detail stats statistics cache queue job task message user token session
  permission access level stage phase template preview score
`);

function listOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(word => word !== ''));
}
