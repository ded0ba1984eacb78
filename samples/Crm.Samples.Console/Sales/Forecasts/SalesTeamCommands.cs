using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;

namespace Crm.Samples.Console.Sales.Forecasts;

/// <summary><c>crm forecast place|quota|judge|person|team</c>: who leads whom, quotas, judgements, and the forecast rolled up.</summary>
internal static class SalesTeamCommands
{
    private static readonly Argument<string> s_person = new("PERSON") { Description = "Who sells, by the id that deals have as their owner." };
    private static readonly Argument<string> s_period = new("PERIOD") { Description = "A month such as 2026-07, or a quarter such as 2026-Q3." };

    public static IEnumerable<Command> All() => [Place(), Quota(), Judge(), Person(), Team()];

    private static Command Place()
    {
        var leader = new Argument<string>("LEADER") { Description = "Who leads, or none." };
        var team = new Option<string?>("--team") { Description = "The team." };
        return new Command("place", "Say who leads somebody.").With(s_person, leader, team).Does((run, token) => run.WithCrmAsync(
            async session => Print(run, await session.Get<SalesTeams>().PlaceAsync(run.Get(s_person), run.Get(leader) is "none" ? null : run.Get(leader), run.Get(team), token).OrFail()),
            token));
    }

    private static Command Quota()
    {
        var target = Amount("How much is to be brought in, such as \"50000 EUR\"; \"none EUR\" withdraws it.");
        return new Command("quota", "Set what somebody is to bring in, with everybody below.").With(s_person, s_period, target).Does((run, token) =>
        {
            var (period, (amount, currency)) = (PeriodOf(run), Read(run.Get(target)));
            return ChangeAsync(run, (teams, person) => amount is null ? teams.WithdrawQuotaAsync(person, period, currency, token) : teams.SetQuotaAsync(person, period, amount, token), token);
        });
    }

    private static Command Judge()
    {
        var category = new Argument<string>("CATEGORY") { Description = "Which figure it replaces: commit, best-case or pipeline." };
        var figure = Amount("The figure, such as \"40000 EUR\"; \"none EUR\" lets the computed one hold again.");
        return new Command("judge", "Put a figure in place of the computed one, for somebody with everybody below.").With(s_person, s_period, category, figure).Does((run, token) =>
        {
            var (period, kind, (amount, currency)) = (PeriodOf(run), SalesTexts.Choice<ForecastCategory>(run.Get(category), "CATEGORY"), Read(run.Get(figure)));
            return ChangeAsync(
                run, (teams, person) => amount is null ? teams.WithdrawJudgementAsync(person, period, kind, currency, token) : teams.JudgeAsync(person, period, kind, amount, token), token);
        });
    }

    private static Command Person() => new Command("person", "Who led somebody, quotas and judgements, with their history.").With(s_person).Does((run, token) => run.WithCrmAsync(
        async session => Print(run, (await session.Get<SalesTeams>().FindAsync(run.Get(s_person), token)).OrFail(session.Errors.SalespersonNotFound(run.Get(s_person)))),
        token));

    private static Command Team()
    {
        var (moment, pipeline) = (new ForecastMoment(), new Option<string?>("--pipeline") { Description = "Only deals of a pipeline, by its name or id." });
        var person = new Option<string?>("--person") { Description = "Only this person and everybody below." };
        return new Command("team", "The forecast of each seller with everybody below, against the quota.").With([.. moment.All, pipeline, person]).Does((run, token) =>
        {
            var (asOf, length) = moment.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var question = new ForecastQuestion
                    {
                        AsOf = asOf ?? session.Now, Length = length, OwnerId = run.Get(person), PipelineId = run.Get(pipeline) is { } key ? (await session.PipelineAsync(key, token)).Id : null,
                    };
                    var rows = await session.Get<SalesTeams>().ForecastAsync(question, token);
                    run.Output.Write(
                        new
                        {
                            question.AsOf,
                            Rows = rows.Select(r => new
                            {
                                Period = r.Period.ToString(), r.Currency, Person = r.Owner, r.Own.Open, r.Own.Weighted, r.Own.Won, Team = new { r.Team.Open, r.Team.Weighted, r.Team.Won, r.Team.Lost },
                                r.Commit, r.BestCase, r.Pipeline, r.Quota, r.Attainment, r.Gap,
                            }),
                        },
                        report => report.Line($"As of {question.AsOf}").Table(
                            ["Period", "Currency", "Person", "Won", "Won by the team", "Commit", "Best case", "Pipeline", "Quota", "Attainment", "Gap"],
                            rows.Select(r => new object?[] { r.Period.ToString(), r.Currency.Code, r.Owner, r.Own.Won, r.Team.Won, r.Commit, r.BestCase, r.Pipeline, r.Quota, r.Attainment, r.Gap })));
                },
                token);
        });
    }

    private static Argument<string> Amount(string description) => new("AMOUNT") { Description = description };

    private static Task ChangeAsync(Run run, Func<SalesTeams, string, Task<CrmResult<Salesperson>>> change, CancellationToken cancellationToken) => run.WithCrmAsync(
        async session =>
        {
            var changed = await change(session.Get<SalesTeams>(), run.Get(s_person)).OrFail();
            await session.SaveAsync(cancellationToken);
            Print(run, changed);
        },
        cancellationToken);

    private static void Print(Run run, Salesperson person) => run.Output.Write(
        new
        {
            Person = person.UserId, Leader = person.LeaderId,
            Places = person.Places.Select(p => new { Leader = p.LeaderId, Team = p.TeamId, p.At, p.Until }),
            Quotas = person.Quotas.Select(q => new { Period = q.Period.ToString(), q.Target, q.At, q.Until }),
            Judgements = person.Judgements.Select(j => new { Period = j.Period.ToString(), j.Category, j.Amount, j.At, j.Until }),
            person.Version,
        },
        report => report.Heading(person.UserId).Fields(("Led by", person.LeaderId))
            .Table(["Period", "Quota", "Since", "Until"], person.Quotas.Select(q => new object?[] { q.Period.ToString(), q.Target, q.At, q.Until }))
            .Table(["Period", "Figure", "Judged", "Since", "Until"], person.Judgements.Select(j => new object?[] { j.Period.ToString(), j.Category, j.Amount, j.At, j.Until })));

    private static ForecastPeriod PeriodOf(Run run) => ForecastPeriod.TryParse(run.Get(s_period), out var period)
        ? period
        : throw CommandFailure.Usage($"PERIOD {run.Get(s_period)}: a month such as 2026-07, or a quarter such as 2026-Q3, is expected.");

    // "none" with a currency takes back what was said in that currency.
    private static (Money? Amount, Currency Currency) Read(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["none", var code] && Currency.TryFromCode(code, out var currency) ? (null, currency)
        : Money.TryParse(text, out var amount) ? (amount, amount.Currency)
        : throw CommandFailure.Usage($"AMOUNT {text}: an amount such as \"50000 EUR\", or \"none EUR\", is expected.");
}
