using System.CommandLine;
using Crm.Domain.Interactions;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Customers;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Interactions;

/// <summary><c>crm interaction record</c>.</summary>
internal static class InteractionRecordCommand
{
    private static readonly Argument<string> s_key = new("CUSTOMER") { Description = CustomerLookup.Keys };
    private static readonly Option<string> s_channel = new("--channel") { Description = "A channel, such as phone, email or letter.", Required = true };
    private static readonly Option<string> s_direction = new("--direction") { Description = "in, out or internal", DefaultValueFactory = _ => "in" };
    private static readonly Option<string> s_subject = new("--subject") { Description = "What it was about, one line.", Required = true };
    private static readonly Option<string?> s_body = new("--body") { Description = "What was said or written." };
    private static readonly Option<string?> s_at = new("--at") { Description = "When it began: an instant, or a day (UTC); now by default.", HelpName = "WHEN" };
    private static readonly Option<string?> s_duration = new("--duration") { Description = "How long it took: 90s, 4m, 1h." };
    private static readonly Option<string?> s_agent = new("--agent") { Description = "Who it is tied to; the agent at this terminal by default." };
    private static readonly Option<string?> s_organisation = new("--organisation") { Description = "The organisation on whose behalf the customer spoke." };
    private static readonly Option<string?> s_from = new("--address") { Description = "The customer's number or address." };
    private static readonly Option<string?> s_ours = new("--our-address") { Description = "Our number, mailbox or branch." };
    private static readonly Option<string?> s_external = new("--external-id") { Description = "The id of the message or call where it comes from; recorded once." };
    private static readonly Option<string?> s_reply = new("--in-reply-to") { Description = "The id of the message that it answers." };
    private static readonly Option<bool> s_automatic = new("--automatic") { Description = "A machine wrote it." };
    private static readonly Option<string[]> s_participants = new("--participant") { Description = "Who took part, as ROLE=ADDRESS; can be repeated.", HelpName = "ROLE=ADDRESS" };
    private static readonly Option<string[]> s_attachments = new("--attach") { Description = "A file to keep with it; can be repeated.", HelpName = "FILE" };
    private static readonly Option<string?> s_call = new("--call") { Description = "How far the call got: queued, ringing, in-progress, completed, busy, no-answer, failed, cancelled or voicemail." };

    public static Command Create() => new Command("record", "Record a contact over any channel.")
        .With(s_key, s_channel, s_direction, s_subject, s_body, s_at, s_duration, s_agent, s_organisation, s_from, s_ours, s_external, s_reply, s_automatic, s_participants, s_attachments, s_call)
        .With(CallOptions.All)
        .Does((run, token) =>
        {
            var (channel, direction, at, took) = (
                ContactOptions.Channel(run.Get(s_channel)!), ContactOptions.Way(run.Get(s_direction)!), ContactOptions.When("--at", run.Get(s_at)), ContactOptions.Length("--duration", run.Get(s_duration)));
            var (parties, call) = (ContactOptions.Parties(run.Get(s_participants) ?? []), run.Get(s_call) is { } status ? CallOptions.Read(run, status) : null);
            return run.WithCrmAsync(
                async session =>
                {
                    var customer = (await session.CustomerAsync(run.Get(s_key), token)).Id;
                    var details = new ContactDetails(customer, channel, direction, run.Get(s_subject)!)
                    {
                        Body = run.Get(s_body),
                        At = at,
                        Duration = took,
                        AgentId = run.Get(s_agent),
                        OrganisationId = run.Get(s_organisation) is { } organisation ? (await session.CustomerAsync(organisation, token)).Id : null,
                        CustomerAddress = run.Get(s_from),
                        OurAddress = run.Get(s_ours),
                        ExternalId = run.Get(s_external),
                        InReplyTo = run.Get(s_reply),
                        IsAutomatic = run.Get(s_automatic),
                        Participants = parties,
                        Call = call,
                        Attachments = await KeepAsync(session, run.Get(s_attachments) ?? [], token),
                    };
                    var recorded = await session.History.RecordAsync(details, token).OrFail();
                    await session.SaveAsync(token);
                    run.Output.Write(InteractionRows.Json(recorded), report => InteractionRows.Print(report, recorded));
                },
                token);
        });

    private static async Task<IReadOnlyList<AttachedFile>> KeepAsync(CrmSession session, string[] files, CancellationToken cancellationToken)
    {
        var kept = new List<AttachedFile>();
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                throw CommandFailure.Input("FileNotFound", $"There is no file {file}.", file);
            }

            await using var content = File.OpenRead(file);
            kept.Add(await session.Get<AttachmentShelf>().KeepAsync(Path.GetFileName(file), "application/octet-stream", content, cancellationToken).OrFail());
        }

        return kept;
    }
}
