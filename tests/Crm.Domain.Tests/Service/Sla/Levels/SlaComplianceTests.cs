using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Tests.Service.Sla.Levels;

/// <summary>Counting promises; own arithmetic.</summary>
[Trait("Check", "SC-11")]
public sealed class SlaComplianceTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 5, 4, 8, 0);

    [Fact]
    public void Count_OfPromises_GroupsAndSumsThem()
    {
        var rows = SlaComplianceReport.Count(
        [
            Claim("Usual", CasePriority.Low, SlaTarget.Resolution, SlaTargetStatus.Met, 30, "Printers"),
            Claim("Usual", CasePriority.Low, SlaTarget.Resolution, SlaTargetStatus.Met, 10, "Printers"),
            Claim("Usual", CasePriority.Low, SlaTarget.Resolution, SlaTargetStatus.Missed, 80, "Printers"),
            Claim("Usual", CasePriority.Low, SlaTarget.Resolution, SlaTargetStatus.Missed, 65, "Printers", isOpen: true),
            Claim("Usual", CasePriority.Low, SlaTarget.Resolution, SlaTargetStatus.Running, 5, "Printers", isOpen: true),
            Claim("Usual", CasePriority.Low, SlaTarget.Resolution, SlaTargetStatus.Paused, 5, "Printers", isOpen: true),
            Claim("Usual", CasePriority.Low, SlaTarget.Resolution, SlaTargetStatus.Cancelled, 0, "Printers"),
            Claim("Usual", CasePriority.Low, SlaTarget.Resolution, SlaTargetStatus.Running, 5, null, isOpen: true),
            Claim("Usual", CasePriority.Low, SlaTarget.FirstResponse, SlaTargetStatus.Running, 5, null, isOpen: true),
            Claim("Gold", CasePriority.Urgent, SlaTarget.Resolution, SlaTargetStatus.Cancelled, 0, null),
        ]);
        rows.Select(r => (r.Policy, r.Priority, r.Target, r.Team)).Should().Equal(
            ("Gold", CasePriority.Urgent, SlaTarget.Resolution, null), ("Usual", CasePriority.Low, SlaTarget.FirstResponse, null),
            ("Usual", CasePriority.Low, SlaTarget.Resolution, null), ("Usual", CasePriority.Low, SlaTarget.Resolution, "Printers"));
        var printers = rows[3];
        (printers.Met, printers.Missed, printers.Running, printers.Paused, printers.Cancelled, printers.Count).Should().Be((2, 2, 1, 1, 1, 7));
        printers.Compliance.Should().Be(0.5);
        printers.Share(SlaTargetStatus.Met).Should().BeApproximately(2 / 7d, 1e-12);
        printers.Used.Should().Be(new SlaMinutes(40, 30, 80), "the open one has not taken its time yet");
        printers.MissedBy.Should().Be(new SlaMinutes(12.5, 12.5, 20));
        (rows[0].Compliance, rows[0].Used, rows[0].MissedBy).Should().Be((null, null, null));
    }

    [Theory]
    [InlineData(new double[] { 7 }, 7, 7, 7)]
    [InlineData(new double[] { 4, 1 }, 2.5, 2.5, 4)]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 5.5, 5.5, 9)]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 6, 6, 10)]
    public void Minutes_OfSome_AreMeanMedianAndNinetiethPercentile(double[] minutes, double mean, double median, double p90) =>
        SlaMinutes.Of(minutes.Reverse()).Should().Be(new SlaMinutes(mean, median, p90));

    [Fact]
    public void Minutes_OfNone_AreNoFigures() => SlaMinutes.Of([]).Should().BeNull();

    // An hour is allowed.
    private static SlaComplianceClaim Claim(string policy, CasePriority priority, SlaTarget target, SlaTargetStatus status, int used, string? team, bool isOpen = false) => new(
        new SlaClaim
        {
            Target = target, Ordinal = 1, Status = status, StartedAt = s_now, Allowed = SlaDuration.OfMinutes(60), EndedAt = isOpen ? null : s_now,
            Used = Duration.FromMinutes(used), Left = Duration.FromMinutes(60 - used),
        },
        policy,
        priority,
        team);
}
