using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>The code of docs/guides/contact-history.md.</summary>
public static class ContactHistoryGuide
{
    public static void Settle(CrmOptions o)
    {
        // docs: contact-channel
        o.Channels.Register(new ChannelDefinition(new ChannelKey("messenger"), "Messenger") { Address = ChannelAddress.Mobile, ConsentChannel = Channels.Sms });
        // docs: end
    }

    public static async Task<Interaction> CallAsync(ContactHistory history, ICrmUnitOfWork work, CustomerId anna)
    {
        // docs: contact-call
        var call = (await history.RecordAsync(new ContactDetails(anna, Channels.Phone, Direction.Inbound, "Where is my parcel?")
        {
            ExternalId = "CA-4711",                                            // the provider's id: recorded once
            Call = new CallDetails(CallStatus.Ringing) { NumberDialled = "800 123456", NumberKind = DialledNumberKind.TollFree },
            Participants = [new(ParticipantRole.Caller, "+39 02 1234 5678") { CustomerId = anna }],
        })).Value;
        await work.SaveAsync();

        // The provider tells how it went on.
        await history.ProgressCallAsync(call.Id, new CallDetails(CallStatus.InProgress) { Wait = Duration.FromSeconds(20) });
        await history.ProgressCallAsync(call.Id, new CallDetails(CallStatus.Completed) { Talk = Duration.FromMinutes(3), Recording = "rec-4711" });
        await work.SaveAsync();
        // docs: end
        return call;
    }

    public static async Task<Interaction> MeetAsync(ContactHistory history, ICrmUnitOfWork work, CustomerId anna, CustomerId bob)
    {
        // docs: contact-meeting
        var meeting = (await history.RecordAsync(new ContactDetails(anna, Channels.VideoConference, Direction.Outbound, "Review")
        {
            Participants =
            [
                new(ParticipantRole.Organiser) { AgentId = "ada" },
                new(ParticipantRole.Required) { CustomerId = anna },
                new(ParticipantRole.Optional, "bob@example.com") { CustomerId = bob },
            ],
        })).Value;
        await history.AnswerAsync(meeting.Id, participant: 3, Acceptance.Accepted);
        await work.SaveAsync();
        // docs: end
        return meeting;
    }

    public static async Task<Interaction> FileAsync(AttachmentShelf shelf, ContactHistory history, ICrmUnitOfWork work, CustomerId anna, Stream upload)
    {
        // docs: contact-file
        var file = (await shelf.KeepAsync("offer.pdf", "application/pdf", upload)).Value;   // or AttachmentTooLarge
        var mail = (await history.RecordAsync(new ContactDetails(anna, Channels.Email, Direction.Inbound, "Your offer") { Attachments = [file] })).Value;
        await work.SaveAsync();

        await using var opened = await shelf.OpenAsync(mail.Id, number: 1);   // null for whoever may not read the mail
        // docs: end
        return mail;
    }

    public static async Task<IReadOnlyList<StatementRecord>> SayAsync(CustomerVoice voice, ICrmUnitOfWork work, CustomerId anna, Interaction call)
    {
        // docs: contact-voice
        await voice.NoteAsync(new StatementDetails(anna, StatementKind.Requirement, "delivery", "Kettles before eight") { InteractionId = call.Id, Sku = "kettle" });
        var prefers = (await voice.NoteAsync(new StatementDetails(anna, StatementKind.Preference, "contact-time", "In the morning")
        {
            InteractionId = call.Id, Origin = StatementOrigin.Inferred, Confidence = 0.8m,
        })).Value;
        await work.SaveAsync();

        var open = await voice.ListAsync(StatementCriteria.OpenRequirements with { Mentioning = "kettle" });   // of every customer
        var topics = await voice.TopicsAsync(StatementCriteria.OpenRequirements);                              // what comes up most
        await voice.MeetAsync(open.Items[0].Id, "sent by courier");
        await voice.ConfirmAsync(prefers.Id, "asked on the phone");   // now a preference of the customer's own
        await work.SaveAsync();
        // docs: end
        topics.Should().ContainSingle();
        return open.Items;
    }

    public static async Task<(Page<TimelineItem> Calls, Page<TimelineItem> Firm)> ReadAsync(ContactHistory history, CustomerId anna, CustomerId firm)
    {
        // docs: contact-timeline
        var calls = await history.TimelineAsync(anna.ToSubject(), new TimelineCriteria { Channels = [Channels.Phone], Direction = Direction.Inbound, AgentId = "ada" });
        var next = calls.Next is null ? null : await history.TimelineAsync(anna.ToSubject(), page: new PageRequest { After = calls.Next });

        var around = await history.TimelineAsync(firm.ToSubject(), new TimelineCriteria { IncludePeople = true });
        // docs: end
        next.Should().BeNull();
        return (calls, around);
    }

    public static async Task<ContactStatistics> CountAsync(ContactHistory history, CustomerId anna)
    {
        // docs: contact-statistics
        var seen = (await history.StatisticsAsync(anna))!;
        var (asked, answered, waited) = (seen.Inbound, seen.Outbound, seen.Responses.Median);
        // docs: end
        (asked, answered, waited).Should().Be((1, 0, null));
        return seen;
    }
}
