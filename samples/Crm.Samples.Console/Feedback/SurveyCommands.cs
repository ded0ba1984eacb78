using System.CommandLine;
using Crm.Domain.Feedback;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Sales;
using Crm.Samples.Console.Service;

namespace Crm.Samples.Console.Feedback;

/// <summary><c>crm survey …</c>: surveys and what customers answer.</summary>
internal static class SurveyCommands
{
    private static readonly Argument<string> s_key = new("SURVEY") { Description = "The survey's key." };
    private static readonly Argument<string> s_file = new("FILE") { Description = "A JSON file with language, titles and questions; or - for standard input." };
    private static readonly Option<string?> s_name = new("--name") { Description = "What staff calls it; the key when left out." };
    private static readonly Option<int?> s_expires = new("--expires") { Description = "Days for which an invitation can be answered." };
    private static readonly Option<int?> s_reminds = new("--remind") { Description = "Days after which the customer is reminded once; 0 for never." };
    private static readonly Option<string?> s_template = new("--template") { Description = "The message template that invites; it names survey.token." };
    private static readonly Option<string?> s_status = new("--on-case") { Description = "The status of a case on which its customer is asked, such as resolved." };
    private static readonly Option<bool?> s_locks = new("--lock-case") { Description = "Whether a rated case takes no more messages of its customer." };
    private static readonly Option<string?> s_low = new("--low-score") { Description = "What a low score leads to: nothing, task or case." };
    private static readonly Option<int?> s_hours = new("--within") { Description = "Hours within which a low score is followed up." };
    private static readonly Option<string?> s_team = new("--team") { Description = "The team that follows up." };
    private static readonly Option<string?> s_type = new("--case-type") { Description = "The type of the case that a low score opens." };
    private static readonly Symbol[] s_settings = [s_expires, s_reminds, s_template, s_status, s_locks, s_low, s_hours, s_team, s_type];

    public static Command Create() => new Command("survey", "Ask customers: surveys, invitations, answers, scores.").With(
        new Command("create", "Begin a survey.").With([s_key, s_file, s_name, .. s_settings]).Does((run, token) => ChangeAsync(
            run, (session, key) => session.Get<Surveys>().CreateAsync(key, run.Get(s_name) ?? key, Read(run), Settings(run, session, new SurveySettings()), token), token)),
        new Command("write", "Write the next version.").With(s_key, s_file).Does((run, token) => ChangeAsync(run, (session, key) => session.Get<Surveys>().WriteAsync(key, Read(run), cancellationToken: token), token)),
        new Command("configure", "Change the settings that are named.").With([s_key, .. s_settings]).Does((run, token) => ChangeAsync(
            run,
            async (session, key) =>
            {
                var known = (await session.Get<Surveys>().FindAsync(key, token)).OrFail(session.Errors.SurveyNotFound(key));
                return await session.Get<Surveys>().ConfigureAsync(key, Settings(run, session, known.ToSettings()), cancellationToken: token);
            },
            token)),
        new Command("publish", "Publish what was written.").With(s_key).Does((run, token) => ChangeAsync(run, (session, key) => session.Get<Surveys>().PublishAsync(key, cancellationToken: token), token)),
        new Command("close", "Ask nobody any more.").With(s_key).Does((run, token) => ChangeAsync(run, (session, key) => session.Get<Surveys>().CloseAsync(key, cancellationToken: token), token)),
        new Command("show", "One survey with its versions.").With(s_key).Does((run, token) => run.WithCrmAsync(
            async session => SurveyView.Write(run.Output, (await session.Get<Surveys>().FindAsync(run.Get(s_key), token)).OrFail(session.Errors.SurveyNotFound(run.Get(s_key)))), token)),
        new Command("list", "All surveys.").Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var all = await session.Get<Surveys>().ListAsync(token);
                run.Output.Write(
                    new { Surveys = all.Select(s => new { Survey = s.Key, s.Name, s.Status, Published = s.Number, Draft = s.HasDraft }) },
                    report => report.Table(["Survey", "Name", "Status", "Version", "Draft"], all.Select(s => new object?[] { s.Key, s.Name, s.Status, s.Number, s.HasDraft ? "yes" : "no" })));
            },
            token)),
        SurveyInvitationCommands.Invite(), SurveyInvitationCommands.List(), SurveyInvitationCommands.Show(), SurveyInvitationCommands.Withdraw(), SurveyInvitationCommands.Open(), SurveyInvitationCommands.Answer(),
        SurveyInvitationCommands.Run(), SurveyReportCommands.Report(), SurveyReportCommands.Complaint());

    private static async Task ChangeAsync(Run run, Func<CrmSession, string, Task<CrmResult<Survey>>> change, CancellationToken token)
    {
        if (run.Get(s_template) is not null)
        {
            SuppressionKey.Ensure(run.Database);
        }

        await run.WithCrmAsync(
            async session =>
            {
                var changed = await change(session, run.Get(s_key)).OrFail();
                await session.SaveAsync(token);
                SurveyView.Write(run.Output, changed);
            },
            token);
    }

    private static SurveyDefinition Read(Run run) => SurveyDefinition.Parse(TextSource.Of(run.Get(s_file)).Read(text => text.ReadToEnd())).OrFail();

    private static SurveySettings Settings(Run run, CrmSession session, SurveySettings known) => known with
    {
        ExpiresAfterDays = run.Get(s_expires) ?? known.ExpiresAfterDays,
        RemindsAfterDays = run.Get(s_reminds) is { } days ? (days == 0 ? null : days) : known.RemindsAfterDays,
        TemplateKey = run.Get(s_template) ?? known.TemplateKey,
        AsksWhenCaseIs = run.Get(s_status) is { } status ? CaseLookup.Status(session, status) : known.AsksWhenCaseIs,
        LocksRatedCase = run.Get(s_locks) ?? known.LocksRatedCase,
        LowScore = run.Get(s_low) is { } low ? SalesTexts.Choice<LowScoreFollowUp>(low, s_low.Name) : known.LowScore,
        FollowUpHours = run.Get(s_hours) ?? known.FollowUpHours,
        FollowUpTeamId = run.Get(s_team) ?? known.FollowUpTeamId,
        FollowUpCaseType = run.Get(s_type) ?? known.FollowUpCaseType,
    };
}
