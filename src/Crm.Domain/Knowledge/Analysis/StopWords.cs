namespace Crm.Domain.Knowledge;

/// <summary>
/// Words left out of the search, few on purpose: articles, prepositions, conjunctions, the copula and weak pronouns. Question words
/// stay, as "how" and "when" tell the articles of a help centre apart.
/// </summary>
internal static class StopWords
{
    public const string English =
        "a an the of to in on at by for from with into and or but is are was were be been being am it its this that these those there as than then i";

    public const string Italian =
        "il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli delle dell al allo alla ai agli alle all dal dallo dalla dai dagli "
        + "dalle dall nel nello nella nei negli nelle nell sul sullo sulla sui sugli sulle sull d c e ed o od ma se è sono era essere che si ci ne mi ti vi lui lei loro questo "
        + "questa questi queste quest quello quella quell";

    public const string Romanian =
        "un o unei unui unor niște al a ai ale cel cea cei cele de la în in din pe cu pentru prin către și si sau dar că ca să sa se este e sunt era fi fost îl îi le își mă "
        + "te ne vă acest această acești aceste acesta aceasta lui ei lor nu mai";

    public const string Spanish =
        "el la los las lo un una unos unas de del a al en con por para y e o u que se es son era ser su sus le les me te nos mi tu este esta estos estas ese esa eso esto como si no";

    public const string Swedish =
        "en ett den det de i på av till för från med om och eller men att är var vara som sig sin sitt sina han hon de vi jag du denna detta dessa där har";

    public const string Portuguese =
        "o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às por pelo pela pelos pelas com para e ou mas se é são foi ser eu me te lhe seu sua seus suas este "
        + "esta isto esse essa isso";

    public const string German =
        "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf aus bei mit von vom zu zum zur für ist sind war sein es ich er sie wir als dass sich";

    public const string French =
        "le la les l un une des de du d à au aux en dans par pour avec sur et ou mais que qu est sont était être ce c cet cette ces se s il elle on je j ne n y";
}
