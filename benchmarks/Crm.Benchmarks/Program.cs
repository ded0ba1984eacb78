using System.Globalization;
using BenchmarkDotNet.Running;
using Crm.Benchmarks;

if (args is ["duplicates", .. var rest])
{
    DuplicateScale.Run(rest is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000, rest is [_, var kind] ? kind : "");
}
else if (args is ["timeline", var rows, .. var kinds])
{
    await TimelineScale.RunAsync(int.Parse(rows, CultureInfo.InvariantCulture), kinds is [var kind] ? Enum.Parse<Database>(kind, ignoreCase: true) : Database.Sqlite);
}
else if (args is ["knowledge", var articles, .. var databases])
{
    await KnowledgeScale.RunAsync(int.Parse(articles, CultureInfo.InvariantCulture), databases is [var database] ? Enum.Parse<Database>(database, ignoreCase: true) : Database.Sqlite);
}
else if (args is ["insights", var buyers, .. var stores])
{
    await InsightScale.RunAsync(int.Parse(buyers, CultureInfo.InvariantCulture), stores is [var store] ? Enum.Parse<Database>(store, ignoreCase: true) : Database.Sqlite);
}
else if (args is ["forecast", var deals, .. var shelves])
{
    await ForecastScale.RunAsync(int.Parse(deals, CultureInfo.InvariantCulture), shelves is [var shelf] ? Enum.Parse<Database>(shelf, ignoreCase: true) : Database.Sqlite);
}
else if (args is ["orders", var placed, .. var ledgers])
{
    await OrderScale.RunAsync(int.Parse(placed, CultureInfo.InvariantCulture), ledgers is [var ledger] ? Enum.Parse<Database>(ledger, ignoreCase: true) : Database.Sqlite);
}
else if (args is ["summaries", .. var size])
{
    SummaryScale.Run(size is [var purchases, ..] ? int.Parse(purchases, CultureInfo.InvariantCulture) : 10_000_000, size is [_, var customers] ? int.Parse(customers, CultureInfo.InvariantCulture) : 500_000);
}
else if (args is ["fits", ..])
{
    FitScale.Run();
}
else if (args is ["baskets", .. var folders])
{
    BasketScale.Run(folders is [var folder, ..] ? folder : "../shared/data/analytics");
}
else if (args is ["recommendations", .. var places])
{
    RecommendationScale.Run(places is [var place, ..] ? place : "../shared/data/analytics");
}
else if (args is ["segments", var members, .. var homes])
{
    await SegmentScale.RunAsync(int.Parse(members, CultureInfo.InvariantCulture), homes is [var home] ? Enum.Parse<Database>(home, ignoreCase: true) : Database.Sqlite);
}
else if (args is ["deadlines", ..])
{
    DeadlineRate.Run();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(DuplicateScale).Assembly).Run(args);
}
