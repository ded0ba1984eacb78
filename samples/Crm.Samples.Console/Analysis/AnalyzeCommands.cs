using System.CommandLine;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary><c>crm analyze …</c>.</summary>
internal static class AnalyzeCommands
{
    public static Command Create() => new Command("analyze", "Analyse purchases, of files or of the database.")
        .With(
            SummaryCommand.Create(), IntervalsCommand.Create(), RfmCommand.Create(), LifetimeCommand.Create(), RetentionCommand.Create(), SurvivalCommand.Create(),
            SeasonalityCommand.Create(), BasketsCommand.Create(), NextProductCommand.Create(), UpliftCommand.Create(), ProfitCommand.Create(), SegmentsCommand.Create(), TargetMarketCommand.Create(), GapsCommand.Create(), EducationCommand.Create());
}
