using System.CommandLine;
using Crm.Domain.Access;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Outbox;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;
using Crm.Samples.Console.Interactions;
using Crm.Samples.Console.Output;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.SignUps;

/// <summary><c>crm form …</c>: sign-up forms, and what visitors do with them.</summary>
internal static class FormCommands
{
    private static readonly Argument<string> s_key = new("FORM") { Description = "The form's key." };
    private static readonly Argument<string> s_file = new("FILE") { Description = "A JSON file with titles, fields, consents and what follows; or - for standard input." };
    private static readonly Option<string?> s_name = new("--name") { Description = "What staff calls it; the key when left out." };
    private static readonly Option<string?> s_language = new("--language") { Description = "The language that the visitor reads." };

    public static Command Create() => new Command("form", "Let visitors sign up, with double opt-in.").With(
        new Command("create", "Draft a form.").With(s_key, s_file, s_name).Does((run, token) => ChangeAsync(run, (forms, key) => forms.CreateAsync(key, run.Get(s_name) ?? key, Read(run), token), token)),
        new Command("rewrite", "Write a draft otherwise.").With(s_key, s_file).Does((run, token) => ChangeAsync(run, (forms, key) => forms.RewriteAsync(key, Read(run), cancellationToken: token), token)),
        new Command("open", "Open a form to visitors.").With(s_key).Does((run, token) => ChangeAsync(run, (forms, key) => forms.OpenAsync(key, cancellationToken: token), token)),
        new Command("close", "Take no further sign-ups.").With(s_key).Does((run, token) => ChangeAsync(run, (forms, key) => forms.CloseAsync(key, cancellationToken: token), token)),
        new Command("show", "A form as staff wrote it.").With(s_key).Does((run, token) => run.WithCrmAsync(
            async session => Write(run.Output, (await session.Get<SignUpForms>().FindAsync(run.Get(s_key), token)).OrFail(session.Errors.SignUpFormNotFound(run.Get(s_key)))), token)),
        new Command("list", "All forms.").Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var all = await session.Get<SignUpForms>().ListAsync(token);
                run.Output.Write(new { Forms = all.Select(f => new { Form = f.Key, f.Name, f.Status }) }, report => report.Table(["Form", "Name", "Status"], all.Select(f => new object?[] { f.Key, f.Name, f.Status })));
            },
            token)),
        View(), Submit(), Confirm(), SignUps(), Counts(), Expire());

    private static Command View() => new Command("view", "A form as a visitor sees it, without signing in.").With(s_key, s_language).Does((run, token) => run.WithCrmAsync(
        Actor.Guest,
        async session =>
        {
            var open = (await session.Get<Domain.Marketing.SignUps>().ReadAsync(run.Get(s_key), MessageOptions.Language(run.Get(s_language)), token)).OrFail(session.Errors.SignUpFormNotFound(run.Get(s_key)));
            run.Output.Write(
                new { open.Form, open.Title, open.Text, Language = open.Language.Value, open.Fields, open.Consents },
                report => report.Heading(open.Title).Table(["Field", "Text", "Kind", "Required"], open.Fields.Select(f => new object?[] { f.Key, f.Text, f.Kind, f.IsRequired ? "yes" : "no" }))
                    .Table(["Consent", "Words", "Required"], open.Consents.Select(c => new object?[] { c.Key, c.Text, c.IsRequired ? "yes" : "no" })));
        },
        token));

    private static Command Submit()
    {
        var answers = new Argument<string[]>("FIELD=ANSWER") { Description = "What the visitor typed.", Arity = ArgumentArity.ZeroOrMore };
        var agrees = new Option<string[]>("--agree") { Description = "A consent that was ticked, such as marketing/email; several times for several." };
        var sender = new Option<string>("--sender") { Description = "Who sends it, such as an address of the Internet.", DefaultValueFactory = _ => "terminal" };
        var trap = new Option<string?>("--trap") { Description = "What stands in the field that people do not see." };
        return new Command("submit", "Send a form as a visitor, without signing in.").With(s_key, answers, agrees, sender, trap, s_language).Does((run, token) => run.WithCrmAsync(
            Actor.Guest,
            async session =>
            {
                var request = new SignUpRequest(run.Get(sender)!)
                {
                    Answers = run.Get(answers).Select(Pair).GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal),
                    Agreed = run.Get(agrees) ?? [], Language = MessageOptions.Language(run.Get(s_language)), Trap = run.Get(trap),
                };
                var receipt = await session.Get<Domain.Marketing.SignUps>().SubmitAsync(run.Get(s_key), request, token).OrFail();
                await session.SaveAsync(token);
                await DispatchAsync(session, token);
                run.Output.Write(new { receipt.ConfirmUntil }, report => report.Fields(("Confirm until", receipt.ConfirmUntil)));
            },
            token));
    }

    private static Command Confirm()
    {
        var given = new Argument<string>("TOKEN") { Description = "The token of the message." };
        var proof = new Option<string?>("--proof") { Description = "What proves it besides, such as an address of the Internet." };
        return new Command("confirm", "Confirm a sign-up by the token of the message, without signing in.").With(given, proof).Does((run, token) => run.WithCrmAsync(
            Actor.Guest,
            async session =>
            {
                var confirmed = await session.Get<Domain.Marketing.SignUps>().ConfirmAsync(run.Get(given), run.Get(proof), token).OrFail();
                await session.SaveAsync(token);
                await DispatchAsync(session, token);
                run.Output.Write(new { SignUp = confirmed }, report => report.Fields(("Confirmed", confirmed)));
            },
            token));
    }

    private static Command SignUps()
    {
        var page = new PageOptions();
        return new Command("sign-ups", "What came in, the latest first.").With([s_key, .. page.All]).Does((run, token) =>
        {
            var request = page.Read(run);
            return run.WithCrmAsync(
                async session =>
                {
                    var found = await session.Get<SignUpForms>().SignUpsAsync(run.Get(s_key), request, token).OrFail();
                    run.Output.Write(
                        new { found.Items, Next = found.Next?.ToString() },
                        report => report.Table(["Came in", "Status", "Address", "Customer", "Why"], found.Items.Select(s => new object?[] { s.SubmittedAt, s.Status, s.Email, s.CustomerId, s.Reason })));
                },
                token);
        });
    }

    private static Command Counts()
    {
        var (from, until) = (new Option<string?>("--from") { Description = "The first day; 30 days ago when left out." }, new Option<string?>("--until") { Description = "The last day; today when left out." });
        return new Command("counts", "How many signed up, confirmed and did not, by day.").With(s_key, from, until).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var today = session.Now.InUtc().Date.PlusDays(1);
                var found = await session.Get<SignUpForms>().CountAsync(run.Get(s_key), Day("--from", run.Get(from)) ?? today.PlusDays(-31), Day("--until", run.Get(until)) ?? today, token).OrFail();
                run.Output.Write(
                    new { Days = found.Select(d => new { Day = LocalDatePattern.Iso.Format(d.Day), d.Submitted, d.Confirmed, d.Expired, d.Refused }) },
                    report => report.Table(["Day", "Came in", "Confirmed", "Expired", "Refused"], found.Select(d => new object?[] { d.Day, d.Submitted, d.Confirmed, d.Expired, d.Refused })));
            },
            token));
    }

    private static Command Expire() => new Command("expire", "End what was not confirmed in time; a running host does so by itself.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var done = 0;
            for (var batch = SignUpForms.MaxTake; batch == SignUpForms.MaxTake; done += batch)
            {
                batch = await session.Get<SignUpForms>().ExpireAsync(SignUpForms.MaxTake, token).OrFail();
                await session.SaveAsync(token);
            }

            run.Output.Write(new { Expired = done }, report => report.Fields(("Expired", done)));
        },
        token));

    private static async Task ChangeAsync(Run run, Func<SignUpForms, string, Task<CrmResult<SignUpForm>>> change, CancellationToken token)
    {
        SuppressionKey.Ensure(run.Database);
        await run.WithCrmAsync(
            async session =>
            {
                var changed = await change(session.Get<SignUpForms>(), run.Get(s_key)).OrFail();
                await session.SaveAsync(token);
                Write(run.Output, changed);
            },
            token);
    }

    private static void Write(CommandOutput output, SignUpForm form) => output.Write(
        new { form.Id, Form = form.Key, form.Name, form.Status, form.OpenedAt, form.ClosedAt, form.Definition, form.Version },
        report => report.Heading(form.Name).Fields(("Form", form.Key), ("Status", form.Status), ("Opened", form.OpenedAt), ("Closed", form.ClosedAt)));

    private static SignUpFormDefinition Read(Run run) => SignUpFormDefinition.Parse(TextSource.Of(run.Get(s_file)).Read(text => text.ReadToEnd())).OrFail();

    private static KeyValuePair<string, string> Pair(string text) =>
        text.Split('=', 2) is [{ Length: > 0 } key, var value] ? new(key, value) : throw CommandFailure.Usage($"{text}: FIELD=ANSWER was expected.");

    private static LocalDate? Day(string option, string? text) => text is null ? null
        : LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? day
        : throw CommandFailure.Usage($"{option} {text}: a day such as 2026-11-28 is expected.");

    private static async Task DispatchAsync(CrmSession session, CancellationToken token)
    {
        while (await session.Get<IOutboxDispatcher>().DispatchAsync(token) > 0)
        {
        }
    }
}
