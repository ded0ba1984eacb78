using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm template set|list|show|render|archive|restore</c>.</summary>
internal static class TemplateCommands
{
    public static Command Create() => new Command("template", "Message templates.").With(
        Set(), List(), Show(), Render(),
        Change("archive", "Use it no more.", (t, key, token) => t.ArchiveAsync(key, token)), Change("restore", "Use it again.", (t, key, token) => t.RestoreAsync(key, token)));

    private static Command Set()
    {
        var key = Key();
        var channel = new Option<string>("--channel") { Description = "email, sms, fax, letter or another channel", DefaultValueFactory = _ => "email" };
        var purpose = new Option<string>("--purpose") { Description = "marketing, transactional or another purpose", DefaultValueFactory = _ => "transactional" };
        var language = new Option<string>("--language") { Description = "The language of the text.", DefaultValueFactory = _ => "en" };
        var subject = new Option<string?>("--subject") { Description = "The subject, a template itself." };
        var text = new Option<string>("--text") { Description = "The body: text, @FILE, or - for standard input.", Required = true };
        var html = new Option<string?>("--html") { Description = "The body as HTML: text or @FILE." };
        return new Command("set", "Write a template, or a new version of one.").With(key, channel, purpose, language, subject, text, html).Does((run, token) =>
        {
            var (over, tongue) = (MessageOptions.Channel(run.Get(channel)!), MessageOptions.Language(run.Get(language))!);
            return run.WithCrmAsync(
                async session =>
                {
                    var content = new MessageTemplateContent(tongue, (await MessageOptions.TextAsync(run.Get(text), token))!) { Subject = run.Get(subject), Html = await MessageOptions.TextAsync(run.Get(html), token) };
                    await SavedAsync(run, session, session.Get<MessageTemplates>().WriteAsync(new MessageTemplateDetails(run.Get(key), over, run.Get(purpose)!), content, null, token), token);
                },
                token);
        });
    }

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Archived ones too." };
        return new Command("list", "Templates by key, and the names that they may use.").With(all).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var templates = session.Get<MessageTemplates>();
                var found = await templates.ListAsync(run.Get(all), token);
                run.Output.Write(
                    new { Items = found.Select(t => new { t.Id, t.Key, Channel = t.Channel.Value, t.Purpose, t.Versions, t.ArchivedAt }), Names = templates.Vocabulary.Names.Select(n => new { Name = n.Key, Kind = n.Value }) },
                    report => report
                        .Table(["Key", "Channel", "Purpose", "Versions", "Archived"], found.Select(t => new object?[] { t.Key, t.Channel, t.Purpose, t.Versions, t.ArchivedAt }))
                        .Line($"Names: {string.Join(", ", templates.Vocabulary.Names.Select(n => n.Key))}"));
            },
            token));
    }

    private static Command Show()
    {
        var key = Key();
        return new Command("show", "One template with its versions.").With(key).Does((run, token) => run.WithCrmAsync(
            async session => Write(run, (await session.Get<MessageTemplates>().FindAsync(run.Get(key), token)).OrFail(session.Errors.TemplateNotFound(run.Get(key)))), token));
    }

    private static Command Render()
    {
        var key = Key();
        var customer = new Option<string>("--customer") { Description = CustomerLookup.Keys, Required = true };
        var language = new Option<string?>("--language") { Description = "The language; the customer's by default." };
        var values = MessageOptions.ValueOption();
        return new Command("render", "What a template says to a customer; nothing is sent.").With(key, customer, language, values).Does((run, token) =>
        {
            var (tongue, given) = (MessageOptions.Language(run.Get(language)), MessageOptions.Values(run.Get(values)));
            return run.WithCrmAsync(
                async session =>
                {
                    var id = (await session.CustomerAsync(run.Get(customer)!, token)).Id;
                    var written = await session.Get<MessageDesk>().PreviewAsync(new MessageDraft(id) { TemplateKey = run.Get(key), Language = tongue, Values = given }, token).OrFail();
                    run.Output.Write(written, report => report.Heading(written.Subject).Line(written.Text));
                },
                token);
        });
    }

    private static Command Change(string name, string description, Func<MessageTemplates, string, CancellationToken, Task<CrmResult<MessageTemplate>>> change)
    {
        var key = Key();
        return new Command(name, description).With(key).Does((run, token) => run.WithCrmAsync(session => SavedAsync(run, session, change(session.Get<MessageTemplates>(), run.Get(key), token), token), token));
    }

    private static Argument<string> Key() => new("KEY") { Description = "The template's key: lower-case letters, digits and hyphens." };

    private static async Task SavedAsync(Run run, CrmSession session, Task<CrmResult<MessageTemplate>> act, CancellationToken cancellationToken)
    {
        var written = await act.OrFail();
        await session.SaveAsync(cancellationToken);
        Write(run, written);
    }

    private static void Write(Run run, MessageTemplate template) => run.Output.Write(
        new
        {
            template.Id, template.Key, Channel = template.Channel.Value, template.Purpose, Language = template.DefaultLanguage.Value, template.ArchivedAt,
            Versions = template.Versions.OrderBy(v => v.Number).Select(v => new { v.Number, Language = v.Language.Value, v.Subject, v.Text, v.Html, v.ActorId, v.At }),
        },
        report => report.Heading(template.Key)
            .Fields(("Channel", template.Channel), ("Purpose", template.Purpose), ("Language", template.DefaultLanguage), ("Archived", template.ArchivedAt))
            .Table(["Version", "Language", "Subject", "By", "At"], template.Versions.OrderBy(v => v.Number).Select(v => new object?[] { v.Number, v.Language, v.Subject, v.ActorId, v.At })));
}
