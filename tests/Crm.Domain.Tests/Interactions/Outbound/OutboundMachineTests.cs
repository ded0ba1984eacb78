using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;
using static Crm.Domain.Interactions.OutboundStatus;

namespace Crm.Domain.Tests.Interactions;

public class OutboundMachineTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);

    [Fact]
    public void RandomActs_MoveAsTheTableSaysAndNowhereElse() => Machine.Check<OutboundMessage, OutboundStatus>(
        now => Message(now),
        m => m.Status,
        Queued,
        new("sent", m => m.CanSend(), (m, now) => m.MarkSent("ref", InteractionId.New(now), now), s => s == Queued ? Sent : null),
        new("fails", m => m.CanSend(), (m, now) => m.MarkFailed("busy", now + Duration.FromMinutes(1), now), s => s == Queued ? Queued : null),
        new("parked", m => m.CanSend(), (m, now) => m.MarkFailed("gone", null, now), s => s == Queued ? Failed : null),
        new("refused", m => m.CanSend(), (m, now) => m.Refuse("Withdrawn", now), s => s == Queued ? Refused : null),
        new("withdrawn", m => m.CanSend(), (m, now) => m.Withdraw(now), s => s == Queued ? Withdrawn : null),
        new("retried", m => m.CanRetry(), (m, now) => m.Retry(now), s => s == Failed ? Queued : null),
        new("delivered", m => m.CanDeliver(), (m, now) => m.MarkDelivered(now), s => s == Sent ? Delivered : null),
        new("bounced", m => m.CanBounce(), (m, now) => m.MarkBounced("no such user", now), s => s is Sent or Delivered ? Bounced : null));

    [Fact]
    public void Release_OfAMessageOfALaterTime_WaitsForIt()
    {
        var later = Message(s_now, d => d with { SendAt = s_now + Duration.FromHours(1) });

        later.CanRelease(s_now).Code.Should().Be("MessageNotQueued");
        later.Release(s_now + Duration.FromHours(1));

        later.DueAt.Should().BeNull();
        later.PendingEvents.Select(e => e.Event.GetType()).Should().Equal(typeof(OutboundMessageQueued), typeof(OutboundMessageReleased));
        later.CanRelease(s_now + Duration.FromHours(2)).IsPermitted.Should().BeFalse("it is under way");
    }

    [Theory]
    [InlineData("a\r\nBcc: eve@example.com")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData(" ")]
    public void Subject_OfSeveralLines_IsRefused(string subject) =>
        FluentActions.Invoking(() => new OutboundMessage(OutboundMessageId.New(s_now), Details(), To(), new OutboundContent(subject, "Hello"), "<1@crm.invalid>", null, s_now)).Should().Throw<ArgumentException>();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(60, 1440)]
    public void Wait_DoublesUpToADay(int attempts, int minutes) => new OutboundOptions().WaitAfter(attempts).Should().Be(Duration.FromMinutes(minutes));

    private static OutboundMessage Message(Instant now, Func<OutboundDetails, OutboundDetails>? change = null) =>
        new(OutboundMessageId.New(now), change is null ? Details() : change(Details()), To(), new OutboundContent("Your kettle", "It is ready."), "<1@crm.invalid>", "ada", now);

    private static OutboundDetails Details() => new(CustomerId.New(s_now), Channels.Email, "transactional");

    private static OutboundAddress To() => new("Anna Rossi", "anna@example.com", "anna@example.com");
}
