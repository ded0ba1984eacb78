using Crm.Domain.Customers;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Tests.Service;

/// <summary>Worked by hand, after the public definitions of Amazon Connect's and Google CCAI's figures.</summary>
public sealed class ContactTotalsTests
{
    private static readonly Instant s_eight = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly MetricsWindow s_hour = new(s_eight, s_eight + Duration.FromHours(1));
    private static readonly CustomerId s_anna = CustomerId.New(s_eight);

    // Ten calls: six answered after 4, 10, 20, 21, 60 and 5 seconds; three abandoned after 2, 5 and 90; one still waits. One callback, handled.
    private static readonly ContactRecord[] s_calls =
    [
        Answered(1, 4, 100, 20, 30), Answered(2, 10, 200, 0, 40), Answered(3, 20, 60, 0, 0), Answered(4, 21, 300, 60, 30), Answered(5, 60, 120, 0, 0, transfers: 1), Answered(6, 5, 20, 0, 0),
        Abandoned(7, 2), Abandoned(8, 5), Abandoned(9, 90),
        new(WorkItemKind.Interaction, WorkItemState.Waiting, s_eight + Duration.FromMinutes(10)),
        Answered(11, 600, 240, 0, 0) with { Kind = WorkItemKind.Callback },
        Answered(12, 1, 1, 1, 1) with { State = WorkItemState.Withdrawn },
        Answered(60, 1, 1, 1, 1),
    ];

    [Fact]
    [Trait("Check", "SC-14")]
    public void Totals_WorkedByHand()
    {
        var totals = ContactTotals.Of(s_calls, s_hour);
        (totals.Offered, totals.Answered, totals.AnsweredInTime, totals.Abandoned, totals.ShortAbandoned, totals.Callbacks, totals.Handled, totals.Transferred).Should().Be((10, 6, 4, 3, 1, 1, 7, 1));

        // 4 of 6; 4 of 6 + 3; 4 of 10 − 1.
        totals.ServiceLevelOfAnswered.Should().BeApproximately(.6666667, 1e-7);
        totals.ServiceLevelOfEnded.Should().BeApproximately(.4444444, 1e-7);
        totals.ServiceLevelOfOffered.Should().BeApproximately(.4444444, 1e-7);

        // (3 − 1) of 6 + 3 − 1.
        totals.AbandonmentRate.Should().Be(.25);

        // 4 + 10 + 20 + 21 + 60 + 5 = 120 seconds over 6.
        totals.AsaSeconds.Should().Be(20);

        // Talk 800 + 240, hold 80, wrap-up 100: 1,220 seconds over 7.
        totals.AhtSeconds.Should().BeApproximately(174.2857, 1e-4);
        totals.TransferRate.Should().BeApproximately(1 / 7d, 1e-12);
    }

    [Fact]
    public void Totals_OfNothing_HaveNoRatios()
    {
        var totals = ContactTotals.Of([], s_hour);
        totals.Should().Be(new ContactTotals());
        new[]
        {
            totals.ServiceLevelOfAnswered, totals.ServiceLevelOfEnded, totals.ServiceLevelOfOffered, totals.AbandonmentRate, totals.AsaSeconds, totals.AhtSeconds, totals.TransferRate,
            totals.FirstContactResolution,
        }.Should().AllBeEquivalentTo((double?)null, "an empty denominator is no value, not zero");
        ContactTotals.Of([Abandoned(1, 2)], s_hour).ServiceLevelOfOffered.Should().BeNull("the only one offered left at once");
    }

    [Fact]
    public void FirstContactResolution_LooksForRepeatsOfCustomerAndTopicInTheWindow()
    {
        var bob = CustomerId.New(s_eight);
        ContactRecord[] contacts =
        [
            On(s_anna, "invoice", 0), On(s_anna, "invoice", 3), On(s_anna, "printer", 0), On(bob, "invoice", 0), On(bob, "printer", 0), On(bob, "printer", 7),
            On(bob, "printer", 15), On(bob, "late", 29), On(s_anna, null, 0),
        ];
        var totals = ContactTotals.Of(contacts, new(s_eight, s_eight + Duration.FromDays(30)) { AsOf = s_eight + Duration.FromDays(30) });

        // The one of day 29 is not judged yet, the one without a topic never. Anna's invoice of day 0 came back on day 3, and Bob's printer of
        // day 0 on day 7, within seven days of its end; what came back on day 15 came too late to count.
        totals.Resolvable.Should().Be(7);
        totals.FirstContactResolved.Should().Be(5);
        totals.FirstContactResolution.Should().BeApproximately(5 / 7d, 1e-12);
    }

    [Fact]
    public void AgentTime_OccupancyAndUtilisation_WorkedByHand()
    {
        var end = s_eight + Duration.FromHours(8);
        (AgentAvailability, Instant, Instant)[] day =
        [
            (AgentAvailability.Active, s_eight - Duration.FromHours(1), s_eight + Duration.FromHours(3)), (AgentAvailability.Away, s_eight + Duration.FromHours(3), s_eight + Duration.FromHours(4)),
            (AgentAvailability.Active, s_eight + Duration.FromHours(4), end + Duration.FromHours(2)),
        ];

        // Seven hours active in the window, one away; 5 h 15 min handling.
        var time = AgentTime.Of(day, s_eight, end, Duration.FromMinutes(315));
        (time.Active, time.Paid, time.Available).Should().Be((Duration.FromHours(7), Duration.FromHours(8), Duration.FromMinutes(105)));
        time.Occupancy.Should().Be(.75);
        time.Utilisation.Should().BeApproximately(.65625, 1e-12);
        AgentTime.Of([], s_eight, end, Duration.Zero).Should().Match<AgentTime>(t => t.Occupancy == null && t.Utilisation == null);
        new AgentTime(Duration.FromHours(3), Duration.FromHours(2), Duration.FromHours(8)).Occupancy.Should().Be(1, "several chats at a time fill more than the clock");
    }

    private static ContactRecord Answered(int minute, int wait, int talk, int hold, int wrapUp, int transfers = 0)
    {
        var at = s_eight + Duration.FromMinutes(minute);
        return new(WorkItemKind.Interaction, WorkItemState.Done, at)
        {
            AcceptedAt = at + Duration.FromSeconds(wait), EndedAt = at + Duration.FromSeconds(wait + talk + hold + wrapUp), Wait = Duration.FromSeconds(wait),
            Handling = new(Duration.FromSeconds(talk), Duration.FromSeconds(hold), Duration.FromSeconds(wrapUp)), Transfers = transfers,
        };
    }

    private static ContactRecord Abandoned(int minute, int wait)
    {
        var at = s_eight + Duration.FromMinutes(minute);
        return new(WorkItemKind.Interaction, WorkItemState.Abandoned, at) { EndedAt = at + Duration.FromSeconds(wait), Wait = Duration.FromSeconds(wait) };
    }

    // Contacts of one hour, which ends when the next begins to count.
    private static ContactRecord On(CustomerId customer, string? topic, int day)
    {
        var at = s_eight + Duration.FromDays(day);
        return new(WorkItemKind.Interaction, WorkItemState.Done, at)
        {
            AcceptedAt = at, EndedAt = at + Duration.FromHours(1), Wait = Duration.Zero, CustomerId = customer, Topic = topic, RepeatUntil = at + Duration.FromHours(1) + Duration.FromDays(7),
        };
    }
}
