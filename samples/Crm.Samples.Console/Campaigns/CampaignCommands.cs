using System.CommandLine;
using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Outbox;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Sales;
using NodaTime;

namespace Crm.Samples.Console.Campaigns;

/// <summary><c>crm campaign list|show|run|recipients|respond|opt-out|outcome|attribution</c>, and what plans campaigns.</summary>
internal static class CampaignCommands
{
    private static readonly Argument<string> s_key = new("KEY") { Description = "The campaign's key." };
    private static readonly Option<string> s_revenue = new("--revenue") { Description = "What counts as buying: orders or deals; orders by default.", DefaultValueFactory = _ => "orders" };

    public static Command Create() => new Command("campaign", "Write to many, measure what it changed.")
        .With([.. CampaignPlanCommands.All, List(), Show(), RunDue(), Recipients(), Respond(), OptOut(), Outcome(), Attribution()]);

    private static Command List() => new Command("list", "The campaigns, made last first.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var all = await session.Get<CampaignReports>().ListAsync(token);
            run.Output.Write(new { Campaigns = all.Select(CampaignRows.Json) }, report => report.Table(CampaignRows.Columns, all.Select(CampaignRows.Cells)));
        },
        token));

    private static Command Show() => new Command("show", "A campaign with everything that was planned for it.").With(s_key).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var found = (await session.Get<CampaignReports>().FindAsync(run.Get(s_key)!, token)).OrFail(session.Errors.CampaignNotFound(run.Get(s_key)!));
            var draft = found.Draft;
            run.Output.Write(
                new
                {
                    Campaign = CampaignRows.Json(found.Summary), draft.Segments, Excluded = draft.ExcludedSegments, draft.Variants, Control = draft.ControlShare, draft.Seed, Window = draft.Window.ToString(),
                    Test = draft.Test is { } t ? new { t.Metric, t.Share, t.Confidence, t.Fallback } : null, found.TestEndsAt, found.Winner, found.Verdict,
                    Costs = found.Costs.Select(c => new { c.Number, c.Name, Amount = c.Amount.ToString(), On = c.SpentOn }),
                },
                report => report.Table(CampaignRows.Columns, [CampaignRows.Cells(found.Summary)])
                    .Fields(("Audience", string.Join(", ", draft.Segments)), ("Left out", string.Join(", ", draft.ExcludedSegments)), ("Control", draft.ControlShare), ("Window", draft.Window.Equals(SendWindow.Always) ? "any time" : draft.Window.ToString()), ("Winner", found.Winner), ("Verdict", found.Verdict))
                    .Table(["Variant", "Template", "Weight"], draft.Variants.Select(v => new object?[] { v.Key, v.TemplateKey, v.Weight }))
                    .Table(["Cost", "Name", "Amount", "On"], found.Costs.Select(c => new object?[] { c.Number, c.Name, c.Amount, c.SpentOn })));
        },
        token));

    private static Command RunDue() => new Command("run", "Do what campaigns have to do now: take audiences, choose winners, send.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var (steps, looked) = (0, 0);
            for (var before = -1; before != steps + looked;)
            {
                before = steps + looked;
                while (await session.Get<CampaignRuns>().AdvanceAsync(token).OrFail() is > 0 and var step)
                {
                    steps += step;
                }

                while (await session.Get<CampaignRuns>().DispatchAsync(cancellationToken: token).OrFail() is > 0 and var batch)
                {
                    looked += batch;
                }

                while (await session.Get<IOutboxDispatcher>().DispatchAsync(token) > 0)
                {
                }
            }

            run.Output.Write(new { Steps = steps, Recipients = looked }, report => report.Fields(("Steps", steps), ("Messages", looked)));
        },
        token));

    private static Command Recipients()
    {
        var status = new Option<string?>("--status") { Description = "Those so far: control, waiting, planned, queued, sent, skipped or failed." };
        var paging = new PageOptions();
        return new Command("recipients", "Who gets it and who does not, with the reason.").With([s_key, status, .. paging.All]).Does((run, token) =>
        {
            var request = paging.Read(run);
            var wanted = run.Get(status) is { } text ? SalesTexts.Choice<CampaignRecipientStatus>(text, "--status") : (CampaignRecipientStatus?)null;
            return run.WithCrmAsync(
                async session =>
                {
                    var page = await session.Get<CampaignReports>().RecipientsAsync(run.Get(s_key)!, wanted, request, token).OrFail();
                    run.Output.Write(
                        new { Items = page.Items.Select(CampaignRows.Json), Next = page.Next?.ToString() },
                        report => report.Table(
                            ["Recipient", "Name", "Status", "Reason", "Variant", "Due", "Sent"],
                            page.Items.Select(r => new object?[] { r.Id, r.DisplayName, r.Status, r.Reason, r.Variant, r.DueAt, r.SentAt })).More(page.Next));
                },
                token);
        });
    }

    private static Command Respond()
    {
        var recipient = new Argument<string>("RECIPIENT") { Description = "The recipient's id." };
        var kind = new Argument<string>("KIND") { Description = "sent, delivered, opened, clicked, replied, bounced-soft, bounced-hard, opted-out or converted." };
        var key = new Option<string?>("--key") { Description = "The same each time that it is told of; made of recipient and kind when left out." };
        var detail = new Option<string?>("--detail") { Description = "What is known besides." };
        return new Command("respond", "Note what a recipient did, or what happened to the message.").With(recipient, kind, key, detail).Does((run, token) =>
        {
            var id = CampaignRecipientId.TryParse(run.Get(recipient), null, out var known) ? known : throw CommandFailure.Usage($"RECIPIENT {run.Get(recipient)}: an id was expected.");
            var what = SalesTexts.Choice<CampaignResponseKind>(run.Get(kind)!, "KIND");
            return run.WithCrmAsync(
                async session =>
                {
                    var details = new CampaignResponseDetails(id, what, run.Get(key) ?? $"{what}:{id}") { Detail = run.Get(detail) };
                    var outcome = await session.Get<CampaignResponses>().RecordAsync(details, token).OrFail();
                    await session.SaveAsync(token);
                    run.Output.Write(new { Outcome = outcome }, report => report.Fields(("Outcome", outcome)));
                },
                token);
        });
    }

    private static Command OptOut()
    {
        var link = new Argument<string>("TOKEN") { Description = "The token of the message." };
        return new Command("opt-out", "Opt out by the token of a message.").With(link).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var outcome = await session.Get<CampaignResponses>().OptOutAsync(run.Get(link)!, token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(new { Outcome = outcome }, report => report.Fields(("Outcome", outcome)));
            },
            token));
    }

    private static Command Outcome() => new Command("outcome", "What came of a campaign: every recipient in one row, and the difference to the control group.").With(s_key, s_revenue).Does((run, token) =>
    {
        var revenue = SalesTexts.Choice<RevenueKind>(run.Get(s_revenue)!, "--revenue");
        return run.WithCrmAsync(
            async session =>
            {
                var outcome = await session.Get<CampaignReports>().OutcomeAsync(run.Get(s_key)!, revenue, cancellationToken: token).OrFail();
                run.Output.Write(
                    new { Campaign = CampaignRows.Json(outcome.Summary), Rows = outcome.Rows.Select(CampaignRows.Json), Effect = CampaignRows.Json(outcome.Effect) },
                    report =>
                    {
                        report.Table(CampaignRows.CountColumns, outcome.Rows.Select(CampaignRows.Cells));
                        if (outcome.Effect is { } e)
                        {
                            report.Fields(("Bought of those who were to get it", $"{e.TreatedBuyers} of {e.Treated}"), ("Bought of the control group", $"{e.ControlBuyers} of {e.Control}"),
                                ("Difference", $"{e.Difference.Difference:P1} ({e.Difference.Lower:P1} to {e.Difference.Upper:P1})"));
                        }
                    });
            },
            token);
    });

    private static Command Attribution()
    {
        var model = new Option<string>("--model") { Description = "first, last, linear or time-decay; last by default.", DefaultValueFactory = _ => "last" };
        var days = new Option<int>("--days") { Description = "Orders of so many days until now; 90 by default.", DefaultValueFactory = _ => 90 };
        var window = new Option<int>("--window") { Description = "How many days before an order a message counts; 30 by default.", DefaultValueFactory = _ => 30 };
        return new Command("attribution", "Divide revenue among the campaigns that reached the customers before.").With(model, days, window, s_revenue).Does((run, token) =>
        {
            var (how, revenue) = (SalesTexts.Choice<AttributionModel>(run.Get(model)!, "--model"), SalesTexts.Choice<RevenueKind>(run.Get(s_revenue)!, "--revenue"));
            return run.WithCrmAsync(
                async session =>
                {
                    var question = new AttributionQuestion(session.Now - Duration.FromDays(run.Get(days)), session.Now + Duration.FromSeconds(1)) { Model = how, Revenue = revenue, Window = Duration.FromDays(run.Get(window)) };
                    var divided = await session.Get<CampaignReports>().AttributionAsync(question, token).OrFail();
                    run.Output.Write(
                        new { Rows = divided.Rows.Select(CampaignRows.Json) },
                        report => report.Table(
                            ["Campaign", "Revenue", "Orders", "Cost", "Return"], divided.Rows.Select(r => new object?[] { r.Campaign ?? "none", r.Revenue, r.Facts, r.Cost, r.ReturnOnInvestment?.ToString("P0", System.Globalization.CultureInfo.InvariantCulture) })));
                },
                token);
        });
    }
}
