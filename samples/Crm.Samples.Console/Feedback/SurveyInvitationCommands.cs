using System.CommandLine;
using System.Globalization;
using Crm.Domain.Access;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Interactions;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Service;

namespace Crm.Samples.Console.Feedback;

/// <summary><c>crm survey invite|invitations|invitation|withdraw|open|answer|run</c>.</summary>
internal static class SurveyInvitationCommands
{
    private static readonly Argument<string> s_customer = new("CUSTOMER") { Description = CustomerLookup.Keys };
    private static readonly Argument<string> s_invitation = new("INVITATION") { Description = "The invitation's id." };
    private static readonly Argument<string> s_token = new("TOKEN") { Description = "The token of the link." };
    private static readonly Option<string?> s_language = new("--language") { Description = "The language of the questions; the customer's when left out." };

    public static Command Invite()
    {
        var survey = new Argument<string>("SURVEY") { Description = "The survey's key." };
        var (about, product) = (new Option<string?>("--case") { Description = "The case it is about." }, new Option<string?>("--product") { Description = "The product it is about." });
        var (agent, channel) = (new Option<string?>("--agent") { Description = "The agent whose work it is about." }, new Option<string?>("--channel") { Description = "The channel of the contact it is about." });
        var send = new Option<bool>("--send") { Description = "Send it by the survey's message template, instead of printing the token." };
        var pause = new Option<int?>("--days-between") { Description = "Days between two invitations of one customer; 30 when left out." };
        return new Command("invite", "Ask a customer.").With(survey, s_customer, about, product, agent, channel, s_language, send, pause).Does(async (run, token) =>
        {
            await using var host = await CrmHost.OpenAsync(run.Database, token, configure: o => o.Feedback.DaysBetweenInvitations = run.Get(pause) ?? o.Feedback.DaysBetweenInvitations);
            await using var session = host.Begin(Terminal.Agent);
            var customer = await session.CustomerAsync(run.Get(s_customer), token);
            var request = new SurveyRequest(run.Get(survey), customer.Id)
            {
                About = run.Get(about) is { } number ? (await session.CaseAsync(number, token)).ToSubject() : null,
                Sku = run.Get(product), AgentId = run.Get(agent), Channel = run.Get(channel) is { } named ? MessageOptions.Channel(named) : null, Language = MessageOptions.Language(run.Get(s_language)),
            };
            var desk = session.Get<SurveyDesk>();
            var issued = run.Get(send) ? null : await desk.InviteAsync(request, token).OrFail();
            var invitation = issued?.Invitation ?? await desk.SendAsync(request, token).OrFail();
            await session.SaveAsync(token);
            await DispatchAsync(session, token);
            SurveyView.Write(run.Output, invitation, issued?.Token);
        });
    }

    public static Command List()
    {
        var page = new PageOptions();
        return new Command("invitations", "A customer's invitations, newest first.").With([s_customer, .. page.All]).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var customer = await session.CustomerAsync(run.Get(s_customer), token);
                var found = await session.Get<SurveyDesk>().ListAsync(customer.Id, page.Read(run), token);
                run.Output.Write(
                    new { found.Items, Next = found.Next?.ToString() },
                    report => report.Table(["Invitation", "Survey", "Status", "Invited"], found.Items.Select(i => new object?[] { i.Id, i.Survey, i.Status, i.InvitedAt })));
            },
            token));
    }

    public static Command Show() => new Command("invitation", "One invitation with its answers.").With(s_invitation).Does((run, token) => run.WithCrmAsync(
        async session => SurveyView.Write(run.Output, (await session.Get<SurveyDesk>().FindAsync(Id(run, session), token)).OrFail(session.Errors.SurveyInvitationNotFound(run.Get(s_invitation)))), token));

    public static Command Withdraw() => new Command("withdraw", "Take an invitation back.").With(s_invitation).Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var withdrawn = await session.Get<SurveyDesk>().WithdrawAsync(Id(run, session), cancellationToken: token).OrFail();
            await session.SaveAsync(token);
            SurveyView.Write(run.Output, withdrawn);
        },
        token));

    public static Command Open() => new Command("open", "What a customer sees who follows the link, without signing in.").With(s_token, s_language).Does((run, token) => run.WithCrmAsync(
        Actor.Guest,
        async session =>
        {
            var open = (await session.Get<SurveyAnswers>().ReadAsync(run.Get(s_token), MessageOptions.Language(run.Get(s_language)), token)).OrFail(session.Errors.SurveyTokenUnknown());
            run.Output.Write(
                new { open.Survey, open.Title, Language = open.Language.Value, open.ExpiresAt, open.Questions },
                report => report.Heading(open.Title).Table(["Question", "Text", "Kind", "Required"], open.Questions.Select(q => new object?[] { q.Key, q.Text, q.Kind, q.IsRequired ? "yes" : "no" })));
        },
        token));

    public static Command Answer()
    {
        var answers = new Argument<string[]>("QUESTION=ANSWER") { Description = "Answers: a number, yes or no, the key of a choice or several with commas, or words.", Arity = ArgumentArity.ZeroOrMore };
        return new Command("answer", "Answer by the token of a link, without signing in.").With(s_token, answers).Does((run, token) => run.WithCrmAsync(
            Actor.Guest,
            async session =>
            {
                var open = (await session.Get<SurveyAnswers>().ReadAsync(run.Get(s_token), cancellationToken: token)).OrFail(session.Errors.SurveyTokenUnknown());
                var answered = await session.Get<SurveyAnswers>().AnswerAsync(run.Get(s_token), [.. run.Get(answers).Select(a => Reply(open, a))], token).OrFail();
                await session.SaveAsync(token);
                await DispatchAsync(session, token);
                run.Output.Write(new { Invitation = answered, open.Survey }, report => report.Fields(("Answered", open.Survey)));
            },
            token));
    }

    public static Command Run()
    {
        return new Command("run", "Ask about cases, follow up low scores, send reminders, end what is over.").Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                await DispatchAsync(session, token);
                var done = 0;
                IReadOnlyList<SurveyInvitation> due;
                do
                {
                    due = await session.Get<SurveyReminders>().RunAsync(cancellationToken: token).OrFail();
                    await session.SaveAsync(token);
                    done += due.Count;
                }
                while (due.Count > 0);

                await DispatchAsync(session, token);
                var next = await session.Get<SurveyReminders>().NextDueAsync(token);
                run.Output.Write(new { Done = done, NextDue = next }, report => report.Fields(("Reminded or ended", done), ("Next", next)));
            },
            token));
    }

    internal static async Task DispatchAsync(CrmSession session, CancellationToken token)
    {
        while (await session.Get<IOutboxDispatcher>().DispatchAsync(token) > 0)
        {
        }
    }

    private static SurveyInvitationId Id(Run run, CrmSession session) =>
        SurveyInvitationId.TryParse(run.Get(s_invitation), null, out var id) ? id : throw CommandFailure.Refused([session.Errors.SurveyInvitationNotFound(run.Get(s_invitation))]);

    internal static SurveyReply Reply(OpenSurvey open, string text)
    {
        var (key, value) = text.Split('=', 2) is [{ Length: > 0 } left, var right] ? (left, right) : throw CommandFailure.Usage($"{text}: QUESTION=ANSWER was expected.");
        return open.Questions.FirstOrDefault(q => q.Key == key)?.Kind switch
        {
            SurveyQuestionKind.Score => SurveyReply.Score(key, int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points) ? points : throw CommandFailure.Usage($"{text}: a whole number was expected.")),
            SurveyQuestionKind.Choice => SurveyReply.Choice(key, value),
            SurveyQuestionKind.MultipleChoice => SurveyReply.Choices(key, value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
            SurveyQuestionKind.YesNo => SurveyReply.YesNo(key, value is "yes" or "true" || (value is "no" or "false" ? false : throw CommandFailure.Usage($"{text}: yes or no was expected."))),
            _ => SurveyReply.Words(key, value),
        };
    }
}
