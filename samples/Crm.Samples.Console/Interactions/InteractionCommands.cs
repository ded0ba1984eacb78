using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm interaction record|show|answer|call|statistics|list-requirements</c>.</summary>
internal static class InteractionCommands
{
    public static Command Create() => new Command("interaction", "Record contacts and look at them.").With(
        InteractionRecordCommand.Create(), Show(), Answer(), Call(), Statistics(), StatementCommands.ListRequirements());

    private static Command Show()
    {
        var key = Id();
        return new Command("show", "One contact.").With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var contact = (await session.History.FindAsync(Named(session, run.Get(key)), token)).OrFail(session.Errors.InteractionNotFound(run.Get(key)));
                run.Output.Write(InteractionRows.Json(contact), report => InteractionRows.Print(report, contact));
            },
            token));
    }

    private static Command Answer()
    {
        var (key, number) = (Id(), new Argument<int>("NUMBER") { Description = "Number of the participant." });
        var answer = new Argument<string>("ANSWER") { Description = "accepted, tentative, declined or none" };
        return new Command("answer", "Note what a participant answered to an invitation.").With(key, number, answer).Does((run, token) =>
        {
            var said = ContactOptions.Named<Acceptance>("ANSWER", run.Get(answer));
            return run.WithCrmAsync(session => ChangedAsync(run, session, session.History.AnswerAsync(Named(session, run.Get(key)), run.Get(number), said, cancellationToken: token), token), token);
        });
    }

    private static Command Call()
    {
        var (key, status) = (Id(), new Argument<string>("STATUS") { Description = "How far the call got: queued, ringing, in-progress, completed, busy, no-answer, failed, cancelled or voicemail." });
        return new Command("call", "Note how a call goes on.").With(key, status).With(CallOptions.All).Does((run, token) =>
        {
            var call = CallOptions.Read(run, run.Get(status));
            return run.WithCrmAsync(session => ChangedAsync(run, session, session.History.ProgressCallAsync(Named(session, run.Get(key)), call, cancellationToken: token), token), token);
        });
    }

    private static Command Statistics()
    {
        var key = new Argument<string>("CUSTOMER") { Description = CustomerLookup.Keys };
        return new Command("statistics", "How often and when a customer was in contact, and how long it waited for answers.").With(key).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var customer = await session.CustomerAsync(run.Get(key), token);
                var seen = (await session.History.StatisticsAsync(customer.Id, token)).OrFail(session.Errors.CustomerNotFound(run.Get(key)));
                run.Output.Write(
                    StatisticsRows.Json(seen),
                    report => report.Heading(customer.DisplayName)
                        .Fields(
                            ("From the customer", seen.Inbound),
                            ("Last", seen.LastInboundAt),
                            ("From us", seen.Outbound),
                            ("Last", seen.LastOutboundAt),
                            ("By machines", seen.Automatic),
                            ("Answers", seen.Responses.Count),
                            ("Median wait", seen.Responses.Median?.ToString("D:hh:mm:ss", null)),
                            ("Mean wait", seen.Responses.Mean?.ToString("D:hh:mm:ss", null)),
                            ("Waiting since", seen.Responses.WaitingSince))
                        .Table(StatisticsRows.Columns, seen.ByChannel.Select(StatisticsRows.Cells)));
            },
            token));
    }

    private static Argument<string> Id() => new("ID") { Description = "The interaction's id." };

    private static InteractionId Named(CrmSession session, string text) => InteractionId.TryParse(text, null, out var id) ? id : throw CommandFailure.Refused([session.Errors.InteractionNotFound(text)]);

    private static async Task ChangedAsync(Run run, CrmSession session, Task<CrmResult<Interaction>> act, CancellationToken cancellationToken)
    {
        var contact = await act.OrFail();
        await session.SaveAsync(cancellationToken);
        run.Output.Write(InteractionRows.Json(contact), report => InteractionRows.Print(report, contact));
    }
}
