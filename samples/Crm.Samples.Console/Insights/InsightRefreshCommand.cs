using System.CommandLine;
using Crm.Analytics.Insights;
using Crm.Analytics.Lifetime;
using Crm.Domain.Insights;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using Crm.Samples.Console.Analysis;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Insights;

/// <summary><c>crm insight refresh</c>.</summary>
internal static class InsightRefreshCommand
{
    private static readonly Dictionary<string, InsightModelKind> s_models = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mbgnbd"] = InsightModelKind.ModifiedBetaGeometricNbd,
        ["bgnbd"] = InsightModelKind.BetaGeometricNbd,
        ["paretonbd"] = InsightModelKind.ParetoNbd,
    };

    public static Command Create()
    {
        var day = new Option<string?>("--as-of") { Description = "The last day that is observed; yesterday by default.", HelpName = "DAY" };
        var currency = new Option<string>("--currency") { Description = "The one currency of all amounts; purchases in others are left out and counted.", DefaultValueFactory = _ => "EUR" };
        var model = new Option<string>("--model") { Description = "mbgnbd, bgnbd or paretonbd", DefaultValueFactory = _ => "mbgnbd" };
        var unit = UnitOption.Create("week");
        var horizon = new Option<int>("--horizon") { Description = "For how many days purchases are expected.", DefaultValueFactory = _ => 365 };
        var discount = new Option<double>("--discount") { Description = "Discount rate of the lifetime value per year.", DefaultValueFactory = _ => 0.1 };
        var margin = new Option<double>("--margin") { Description = "Share of revenue that remains.", DefaultValueFactory = _ => 1 };
        var churn = new Option<double>("--churn") { Description = "Churn probability from which a customer is at risk.", DefaultValueFactory = _ => 0.5 };
        var refit = new Option<int>("--refit-after") { Description = "Days for which parameters of an earlier run are used.", DefaultValueFactory = _ => 0 };
        var parameters = new Option<string?>("--parameters-of") { Description = "The run whose parameters are used.", HelpName = "RUN" };
        var silent = new Option<bool>("--silent") { Description = "Raises no events: for the first run after an import." };
        var replace = new Option<bool>("--replace") { Description = "Replaces figures as of later days." };
        var dry = new Option<bool>("--dry-run") { Description = "Computes and writes nothing: also for a day of the past." };
        return new Command("refresh", "Brings the figures on customers up to a day.")
            .With(day, currency, model, unit, horizon, discount, margin, churn, refit, parameters, silent, replace, dry).Does(async (run, token) =>
            {
                var money = Currency.TryFromCode(run.Get(currency)?.ToUpperInvariant(), out var known)
                    ? known
                    : throw CommandFailure.Usage($"--currency {run.Get(currency)}: an ISO 4217 code such as EUR is expected.");
                var (kind, time) = ((run.Get(model) ?? "").OneOf("--model", s_models), run.Read(unit));
                var asOf = run.Get(day) is { } text ? Cells.ParseDay(text) ?? throw CommandFailure.Usage($"--as-of {text}: a day such as 2026-06-01 is expected.") : (LocalDate?)null;
                var of = run.Get(parameters) is { } id
                    ? InsightRunId.TryParse(id, null, out var earlier) ? earlier : throw CommandFailure.Usage($"--parameters-of {id}: the id of a run is expected.")
                    : (InsightRunId?)null;
                await using var host = await OpenAsync(run, token, o =>
                {
                    (o.Currency, o.Model, o.Unit, o.HorizonDays, o.ChurnThreshold, o.RefitAfterDays) = (money, kind, time, run.Get(horizon), run.Get(churn), run.Get(refit));
                    o.Value = new LifetimeValueOptions { AnnualDiscountRate = run.Get(discount), Margin = run.Get(margin) };
                });
                await using var session = host.Begin(Terminal.Agent);
                var yesterday = session.Now.InZone(session.Get<IBusinessZone>().Zone).Date.PlusDays(-1);
                var request = new InsightRequest(asOf ?? yesterday) { ParametersOf = of, RaisesEvents = !run.Get(silent), ReplacesNewer = run.Get(replace) };
                var refresh = session.Get<InsightRefresh>();
                if (run.Get(dry))
                {
                    var figures = await ProgressDisplay.RunAsync("Insights", _ => refresh.ComputeAsync(request, token).OrFail());
                    run.Output.Write(
                        new { figures.AsOf, Currency = figures.Currency.Code, figures.Data, figures.ParametersOf, Basis = InsightRows.Basis(figures.Basis), Items = figures.Rows.Select(InsightRows.Figures) },
                        report => InsightRows.Print(report.Table(InsightRows.Columns, figures.Rows.OrderByDescending(r => r.ChurnProbability).Take(20).Select(InsightRows.Cells)), figures.Basis));
                    return;
                }

                var done = await ProgressDisplay.RunAsync("Insights", _ => refresh.RunAsync(request, token).OrFail());
                run.Output.Write(InsightRows.Run(done), report => InsightRows.Print(report, done));
            });
    }

    private static async Task<CrmHost> OpenAsync(Run run, CancellationToken cancellationToken, Action<InsightOptions> insights)
    {
        // Where an option is out of range, the database is not opened.
        try
        {
            InsightOptions.Validate(insights);
        }
        catch (ArgumentException wrong)
        {
            throw CommandFailure.Usage(wrong.Message);
        }

        return await CrmHost.OpenAsync(run.Database, cancellationToken, insights: insights);
    }
}
