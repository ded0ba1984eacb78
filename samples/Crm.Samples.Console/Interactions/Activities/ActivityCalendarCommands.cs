using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm activity ics|reply|remind</c>.</summary>
internal static class ActivityCalendarCommands
{
    private static readonly Dictionary<string, CalendarMethod> s_methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["publish"] = CalendarMethod.Publish, ["request"] = CalendarMethod.Request, ["cancel"] = CalendarMethod.Cancel,
    };

    public static IEnumerable<Command> Create() => [Ics(), Reply(), Remind()];

    private static Command Ics()
    {
        var key = new Argument<string?>("ID") { Description = "The activity's id; without it, a feed.", Arity = ArgumentArity.ZeroOrOne };
        var method = new Option<string>("--method") { Description = "publish, request or cancel", DefaultValueFactory = _ => "publish" };
        var assignee = new Option<string?>("--assignee") { Description = "The feed of one agent." };
        var customer = new Option<string?>("--customer") { Description = "The feed of one customer." };
        var to = new Option<string?>("--out") { Description = "A file; the terminal by default." };
        return new Command("ics", "Activities as iCalendar.").With(key, method, assignee, customer, to).Does((run, token) =>
        {
            var sent = run.Get(method)!.OneOf("--method", s_methods);
            return run.WithCrmAsync(
                async session =>
                {
                    var calendar = session.Get<ActivityCalendar>();
                    var known = run.Get(customer) is { } name ? (await session.CustomerAsync(name, token)).Id : (Domain.Customers.CustomerId?)null;
                    var text = await (run.Find(key) is { } id
                        ? calendar.WriteAsync(ActivityTexts.Id(session, id), sent, token)
                        : calendar.PublishAsync(new ActivityCriteria { AssigneeId = run.Get(assignee), CustomerId = known }, new() { Take = 1000 }, token)).OrFail();
                    if (run.Get(to) is { } path)
                    {
                        await WriteAsync(path, text, token);
                        run.Output.Write(new { Out = path, text.Length }, report => report.Line($"Written to {path}."));
                    }
                    else
                    {
                        run.Output.Write(new { Calendar = text }, report => report.Line(text));
                    }
                },
                token);
        });
    }

    private static Command Reply()
    {
        var file = new Argument<string>("FILE") { Description = "The calendar object that a participant sent." };
        var from = new Option<string>("--from") { Description = "The address that the mail came from.", Required = true };
        return new Command("reply", "Note the answer that a participant's calendar sent.").With(file, from).Does((run, token) =>
        {
            var sender = EmailAddress.TryParse(run.Get(from), out var address) ? address : throw CommandFailure.Usage($"--from {run.Get(from)}: an e-mail address is expected.");
            return run.WithCrmAsync(
                async session =>
                {
                    var answered = await session.Get<ActivityCalendar>().ReplyAsync(await ReadAsync(run.Get(file), token), sender, token).OrFail();
                    await session.SaveAsync(token);
                    run.Output.Write(ActivityRows.Document(answered, session.Now), report => report.Show(answered, session.Now));
                },
                token);
        });
    }

    private static Command Remind() => new Command("remind", "Raise the reminders that are due.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var due = await session.Get<ActivityReminders>().RaiseDueAsync(ActivityReminders.MaxTake, token).OrFail();
            await session.SaveAsync(token);
            var next = await session.Get<ActivityReminders>().NextDueAsync(token);
            run.Output.Write(
                new { Raised = due.Select(a => new { a.Id, a.Subject, At = a.PlannedAt, a.AssigneeId }), NextDue = next },
                report => report.Table(["At", "What", "Who"], due.Select(a => new object?[] { a.PlannedAt, a.Subject, a.AssigneeId ?? a.TeamId })).Fields(("Next", next)));
        },
        token));

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandFailure.Input("FileUnusable", exception.Message, path, inner: exception);
        }
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return path == "-" ? await System.Console.In.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandFailure.Input("FileUnusable", exception.Message, path, inner: exception);
        }
    }
}
