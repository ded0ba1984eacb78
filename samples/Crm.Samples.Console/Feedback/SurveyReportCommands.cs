using System.CommandLine;
using Crm.Domain.Feedback;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Interactions;
using Crm.Samples.Console.Sales;
using Crm.Samples.Console.Segments;
using NodaTime;

namespace Crm.Samples.Console.Feedback;

/// <summary><c>crm survey report|complaint</c>.</summary>
internal static class SurveyReportCommands
{
    public static Command Report()
    {
        var by = new Option<string>("--by") { Description = "total, customer, product, agent, channel, survey, month, quarter or year.", DefaultValueFactory = _ => "total" };
        var (kind, survey) = (new Option<string?>("--kind") { Description = "nps, csat or ces." }, new Option<string?>("--survey") { Description = "Of one survey." });
        var (customer, product) = (new Option<string?>("--customer") { Description = CustomerLookup.Keys }, new Option<string?>("--product") { Description = "About one product." });
        var (agent, channel) = (new Option<string?>("--agent") { Description = "About the work of one agent." }, new Option<string?>("--channel") { Description = "About contacts over one channel." });
        var (from, until) = (new Option<string?>("--from") { Description = "From this day or instant on." }, new Option<string?>("--until") { Description = "Before this day or instant." });
        var (minimum, take) = (new Option<int?>("--minimum") { Description = "Fewest answers of which a score is made." }, new Option<int?>("--take") { Description = "Most rows, those with most answers." });
        return new Command("report", "Scores rolled up.").With(by, kind, survey, customer, product, agent, channel, from, until, minimum, take).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var criteria = new ScoreCriteria
                {
                    Kind = run.Get(kind) is { } named ? SalesTexts.Choice<ScoreKind>(named, kind.Name) : null,
                    Survey = run.Get(survey),
                    CustomerId = run.Get(customer) is { } key ? (await session.CustomerAsync(key, token)).Id : null,
                    Sku = run.Get(product), AgentId = run.Get(agent), Channel = run.Get(channel) is { } over ? MessageOptions.Channel(over) : null,
                    From = Moment(run.Get(from), from.Name), Until = Moment(run.Get(until), until.Name),
                    MinimumCount = run.Get(minimum) ?? Score.UsualMinimum, Take = run.Get(take) ?? 100,
                };
                var rows = await session.Get<FeedbackReports>().ScoresAsync(SalesTexts.Choice<ScoreDimension>(run.Get(by)!, by.Name), criteria, token).OrFail();
                run.Output.Write(
                    new
                    {
                        Rows = rows.Select(r => new
                        {
                            r.Key, Kind = r.Score.Measure.Kind, Scale = new[] { r.Score.Measure.Minimum, r.Score.Measure.Maximum }, r.Score.Measure.Direction, r.Score.Measure.Method,
                            Score = r.Score.Value, r.Score.Low, r.Score.High, N = r.Score.Count, Sufficient = r.Score.IsSufficient,
                        }),
                    },
                    report => report.Table(
                        ["Of", "Measure", "Score", "Low", "High", "Answers"],
                        rows.Select(r => new object?[] { r.Key, r.Score.Measure.ToString(), Round(r.Score.Value), Round(r.Score.Low), Round(r.Score.High), r.Score.Count })));
            },
            token));
    }

    public static Command Complaint()
    {
        var customer = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        var category = new Option<string>("--category") { Description = "product, service, delivery or invoice.", Required = true };
        var subject = new Option<string>("--subject") { Description = "What is wrong, one line.", Required = true };
        var (text, product) = (new Option<string?>("--text") { Description = "What the customer says." }, new Option<string?>("--product") { Description = "The product." });
        return new Command("complaint", "Open a case for a complaint.").With(customer, category, subject, text, product).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var found = await session.CustomerAsync(run.Get(customer), token);
                var opened = await session.Get<Complaints>().FileAsync(new ComplaintDetails(found.Id, run.Get(category)!, run.Get(subject)!) { Description = run.Get(text), Sku = run.Get(product) }, token).OrFail();
                await session.SaveAsync(token);
                var made = (await session.Desk.FindAsync(opened, token))!;
                run.Output.Write(new { made.Id, Number = made.Number.Value, made.Type, made.Priority }, report => report.Fields(("Case", made.Number.Value), ("Type", made.Type)));
            },
            token));
    }

    private static Instant? Moment(string? text, string option) =>
        text is null ? null : Moments.Parse(text, DateTimeZone.Utc) ?? throw CommandFailure.Usage($"{option} {text}: a day or an instant was expected.");

    private static double? Round(double? value) => value is { } number ? Math.Round(number, 2) : null;
}
