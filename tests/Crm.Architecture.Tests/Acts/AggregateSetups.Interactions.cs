using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of interactions.</summary>
internal static partial class AggregateSetups
{
    private static IReadOnlyList<AggregateSetup> Interactions =>
    [
        AggregateSetup.Of(() => new Interaction(
            InteractionId.New(s_now),
            new ContactDetails(s_customer, Channels.VideoConference, Direction.Inbound, "A question")
            {
                Participants = [new(ParticipantRole.Organiser, "a"), new(ParticipantRole.Optional, "b"), new(ParticipantRole.Required, "c")], Call = new CallDetails(CallStatus.Ringing),
            },
            "agent",
            s_now)),
        AggregateSetup.Of(() => new CustomerStatement(
                StatementId.New(s_now), new StatementDetails(s_customer, StatementKind.Requirement, "delivery", "Before eight"), Domain.Access.Actor.Agent("ada"), s_now))
            .Before<CustomerStatement>(nameof(CustomerStatement.MoveTo), _ => [StatementStatus.Met, "sent", "ada", s_now]),
        AggregateSetup.Of(() => new MessageTemplate(
                MessageTemplateId.New(s_now), new MessageTemplateDetails("ready", Channels.Email, "transactional"), new MessageTemplateContent(LanguageTag.Parse("en"), "Hello") { Subject = "Hi", Html = "<p>" }, "ada", s_now))
            .Before<MessageTemplate>(nameof(MessageTemplate.Restore), t => t.Archive(s_now))
            .Before<MessageTemplate>(nameof(MessageTemplate.Write), _ => [new MessageTemplateContent(LanguageTag.Parse("it"), "Ciao") { Subject = "Ciao", Html = "<p>" }, "ada", s_now]),
        AggregateSetup.Of(() => new OutboundMessage(
                OutboundMessageId.New(s_now),
                new OutboundDetails(s_customer, Channels.Email, "transactional") { SendAt = s_now + Duration.FromHours(1) },
                new OutboundAddress("Ada", "ada@example.org", "ada@example.org"),
                new OutboundContent("Hello", "Hello"),
                "<1@example.org>",
                "ada",
                s_now))
            .Before<OutboundMessage>(nameof(OutboundMessage.Release), _ => [s_now + Duration.FromHours(1)])
            .Before<OutboundMessage>(nameof(OutboundMessage.Retry), m => m.MarkFailed("gone", null, s_now))
            .Before<OutboundMessage>(nameof(OutboundMessage.MarkFailed), _ => ["busy", s_now + Duration.FromHours(1), s_now])
            .Before<OutboundMessage>(nameof(OutboundMessage.MarkDelivered), m => m.MarkSent("1", InteractionId.New(s_now), s_now))
            .Before<OutboundMessage>(nameof(OutboundMessage.MarkBounced), m => m.MarkSent("1", InteractionId.New(s_now), s_now)),
        AggregateSetup.Of(() => Meeting(ActivityKinds.Meeting))
            .Before<Activity>(nameof(Activity.Finish), _ => [Duration.FromMinutes(5), "Agreed", null, "ada", s_now])
            .Before<Activity>(nameof(Activity.Miss), _ => ["Ill", "ada", s_now + Duration.FromDays(9)])
            .Before<Activity>(nameof(Activity.CanMiss), _ => [s_now])
            .Before<Activity>(nameof(Activity.Reschedule), _ => [s_now + Duration.FromDays(5), null, "Ill", "ada", s_now])
            .Before<Activity>(nameof(Activity.Describe), _ => ["Another", "Text", "Elsewhere", ActivityPriority.High, s_now])
            .Before<Activity>(nameof(Activity.Uninvite), _ => [1, s_now])
            .Before<Activity>(nameof(Activity.CanAnswer), _ => [1, 0])
            .Before<Activity>(nameof(Activity.Answer), _ => [1, Acceptance.Accepted, 0, s_now, s_now])
            .Before<Activity>(nameof(Activity.Invite), _ => [new ContactParty(ParticipantRole.Optional, "bob@example.org", "Bob"), s_now])
            .Before<Activity>(nameof(Activity.CanInvite), _ => [new ContactParty(ParticipantRole.Optional, "bob@example.org", "Bob")])
            .Before<Activity>(nameof(Activity.Remind), _ => [Duration.FromMinutes(5), s_now])
            .Before<Activity>(nameof(Activity.RaiseReminders), _ => [s_now + Duration.FromDays(3)]),
    ];

    private static Activity Meeting(ActivityKind kind)
    {
        new ActivityKindCatalog().TryGet(kind, out var definition);
        return new(
            ActivityId.New(s_now),
            new ActivityDetails(kind, "Talk", s_now + Duration.FromDays(3))
            {
                TimeZone = "Europe/Rome", CustomerId = s_customer, RemindBefore = [Duration.FromHours(1)], Participants = [new ContactParty(ParticipantRole.Required, "ada@example.org", "Ada")],
            },
            definition!,
            null,
            s_now);
    }
}
