using System.CommandLine;
using Crm.Samples.Console.Analysis;
using Crm.Samples.Console.Automation;
using Crm.Samples.Console.Campaigns;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Feedback;
using Crm.Samples.Console.Insights;
using Crm.Samples.Console.Intake;
using Crm.Samples.Console.Interactions;
using Crm.Samples.Console.Journeys;
using Crm.Samples.Console.Knowledge;
using Crm.Samples.Console.Orders;
using Crm.Samples.Console.Portal;
using Crm.Samples.Console.Partners;
using Crm.Samples.Console.Privacy;
using Crm.Samples.Console.Queues;
using Crm.Samples.Console.Sales;
using Crm.Samples.Console.Sales.Forecasts;
using Crm.Samples.Console.Segments;
using Crm.Samples.Console.Service;
using Crm.Samples.Console.Service.Entitlements;
using Crm.Samples.Console.Service.Levels;
using Crm.Samples.Console.Service.Sla;
using Crm.Samples.Console.Service.Visits;
using Crm.Samples.Console.SignUps;
using Crm.Samples.Console.Story;

namespace Crm.Samples.Console.CommandLine;

/// <summary>The command <c>crm</c> with everything below it.</summary>
internal static class CrmCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (asJson, withStackTrace) = (args.Contains("--json"), args.Contains("--debug"));
        try
        {
            var parsed = Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (WrongUsage.Of(parsed) is { Count: > 0 } problems)
            {
                throw new CommandFailure(ExitStatus.WrongUsage, problems);
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
#pragma warning disable CA1031 // The outermost frame: whatever happened becomes an exit status.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return FailureReport.Write(exception, asJson, withStackTrace);
        }
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("A complete CRM at the command line: import, look, analyse. Try: crm tour");
        root.With(CommonOptions.Json, CommonOptions.Database, CommonOptions.Debug);
        root.With(
            TourCommand.Create(),
            new Command("import", "Bring in customers and purchases.").With(
                CustomerImportCommand.Create(), PurchaseImportCommand.Create(), CustomerImportCommands.List(), CustomerImportCommands.Undo()),
            new Command("export", "Give out customers.").With(CustomerExportCommand.Create()),
            CustomerCommands.Create(),
            DuplicatesCommand.Create(),
            ConsentCommands.Create(),
            FieldCommands.Create(),
            SegmentCommands.Create(),
            CampaignCommands.Create(),
            TimelineCommand.Create(),
            InteractionCommands.Create(),
            StatementCommands.Create(),
            IntakeCommand.Create(),
            ActivityCommands.Create(),
            ReplyTextCommand.Create(),
            TemplateCommands.Create(),
            MessageCommands.Create(),
            CaseCommands.Create(),
            QueueCommands.Create(),
            EntitlementCommands.Create(),
            SlaCommand.Create(),
            CalendarCommands.Create(),
            SlaPolicyCommands.Create(),
            VisitCommands.Create(),
            TechnicianCommands.Create(),
            VisitPlanCommand.Create(),
            StaffingCommand.Create(),
            LeadCommands.Create(),
            PipelineCommands.Create(),
            DealCommands.Create(),
            TerritoryCommands.Create(),
            PartnerCommands.Create(),
            OrderCommands.Create(),
            ProductCommands.Create(),
            PriceListCommands.Create(),
            StockCommands.Create(),
            SubscriptionCommands.Create(),
            KnowledgeCommands.Create(),
            QuoteCommands.Create(),
            ForecastCommand.Create(),
            WinProbabilityCommand.Create(),
            PortalCommands.Create(),
            FormCommands.Create(),
            PreferenceCommands.Create(),
            SurveyCommands.Create(),
            ScoresCommand.Create(),
            RuleCommands.Create(),
            WebhookCommands.Create(),
            LeadTimeCommand.Create(),
            JourneyCommands.Create(),
            InsightCommands.Create(),
            AnalyzeCommands.Create(),
            ReportCommand.Create());
        return root;
    }
}
