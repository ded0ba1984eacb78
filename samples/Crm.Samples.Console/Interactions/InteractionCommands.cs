using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm interaction show</c>.</summary>
internal static class InteractionCommands
{
    public static Command Create()
    {
        var key = new Argument<string>("ID") { Description = "The interaction's id." };
        return new Command("interaction", "Look at contacts.").With(new Command("show", "One contact.").With(key).Does((run, token) =>
            run.WithCrmAsync(
                async session =>
                {
                    var missing = session.Errors.InteractionNotFound(run.Get(key));
                    var found = InteractionId.TryParse(run.Get(key), null, out var id) ? await session.History.FindAsync(id, token) : null;
                    var contact = found.OrFail(missing);
                    run.Output.Write(
                        new
                        {
                            contact.Id,
                            contact.CustomerId,
                            contact.OrganisationId,
                            Channel = contact.Channel.Value,
                            contact.Direction,
                            contact.At,
                            DurationSeconds = contact.Duration?.TotalSeconds,
                            contact.Subject,
                            contact.Body,
                            contact.AgentId,
                            contact.CustomerAddress,
                            contact.OurAddress,
                            contact.Audience,
                            Links = contact.Links.Select(l => l.ToSubject()),
                        },
                        report => report.Heading(contact.Subject).Fields(
                            ("Id", contact.Id),
                            ("Customer", contact.CustomerId),
                            ("Channel", $"{contact.Channel}, {contact.Direction}"),
                            ("At", contact.At),
                            ("Took", contact.Duration?.ToString("H:mm:ss", null)),
                            ("Agent", contact.AgentId),
                            ("From or to", contact.CustomerAddress),
                            ("Our line", contact.OurAddress),
                            ("About", contact.Links.Count == 0 ? null : string.Join(", ", contact.Links.Select(l => $"{l.SubjectKind} {l.SubjectId}"))),
                            ("Said", contact.Body)));
                },
                token)));
    }
}
