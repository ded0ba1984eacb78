using System.Text.Json;
using Crm.Domain.Service;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Service;

public sealed class StaffingTests
{
    private static readonly Duration s_halfHour = Duration.FromMinutes(30);
    private static readonly Duration s_twenty = Duration.FromSeconds(20);

    // 100 calls in half an hour of three minutes each: 10 Erlangs.
    private static readonly CallLoad s_ten = new(100, s_halfHour, Duration.FromMinutes(3));

    [SkippableFact]
    public void ErlangC_PublishedExamples_AreReproducedToSixDigits()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Crm.Testing.TestData.Require("service/erlang-c.json")));
        foreach (var worked in file.RootElement.EnumerateArray())
        {
            double Of(string name) => worked.GetProperty(name).GetDouble();
            var load = new CallLoad(Of("callsPerInterval"), Duration.FromSeconds(Of("intervalSeconds")), Duration.FromSeconds(Of("ahtSeconds")));
            var figures = Staffing.ErlangC(load, worked.GetProperty("agents").GetInt32(), Duration.FromSeconds(Of("answerWithinSeconds")));
            figures.TrafficErlangs.Should().BeApproximately(Of("trafficErlangs"), 5e-7);
            figures.ErlangB.Should().BeApproximately(Of("erlangB"), 5.1e-7);
            figures.ProbabilityOfWait.Should().BeApproximately(Of("probabilityOfWait"), 5.1e-7);
            figures.ServiceLevel.Should().BeApproximately(Of("serviceLevel"), 5.1e-7);
            figures.AsaSeconds.Should().BeApproximately(Of("asaSeconds"), 5.1e-5);
            figures.Occupancy.Should().BeApproximately(Of("occupancy"), 5.1e-7);
            figures.MeanWaitOfThoseWhoWaitSeconds.Should().BeApproximately(Of("meanWaitOfThoseWhoWaitSeconds"), 5.1e-5);
            figures.ImmediateAnswer.Should().BeApproximately(Of("immediateAnswer"), 5.1e-7);
        }
    }

    // The README of the R package ErlangC prints these in full.
    [Fact]
    public void ErlangC_FourteenAgentsForTenErlangs_EqualsPublishedFigures()
    {
        var figures = Staffing.ErlangC(s_ten, 14, s_twenty);
        figures.ProbabilityOfWait.Should().BeApproximately(0.1741319, 5e-8);
        figures.AsaSeconds.Should().BeApproximately(7.83593701177724, 1e-12);
        figures.ServiceLevel.Should().BeApproximately(0.88835, 5e-6);
        Staffing.ErlangC(s_ten, 11, s_twenty).ProbabilityOfWait.Should().BeApproximately(0.6821182, 5e-8);
    }

    // One Erlang on one line, on two lines: worked examples of the Python package pyworkforce.
    [Theory]
    [InlineData(1, 1, .5)]
    [InlineData(1, 2, .2)]
    [InlineData(0, 3, 0)]
    [InlineData(7, 0, 1)]
    public void ErlangB_SmallSystems_AreKnown(double traffic, int lines, double expected) =>
        Staffing.ErlangB(traffic, lines).Should().BeApproximately(expected, 1e-15);

    // Worked examples of pyworkforce: 80 % in 20 s takes 14 agents, 20 positions at 30 %; at most 70 % busy, 15 and 22.
    [Fact]
    public void Required_PublishedExamples_AreReproduced()
    {
        var plain = Staffing.Required(s_ten, new StaffingTarget(.8, s_twenty) { Shrinkage = .3 });
        (plain.Agents, plain.Positions).Should().Be((14, 20L));
        var calm = Staffing.Required(s_ten, new StaffingTarget(.8, s_twenty) { Shrinkage = .3, MaxOccupancy = .7 });
        (calm.Agents, calm.Positions).Should().Be((15, 22L));
        calm.ProbabilityOfWait.Should().BeApproximately(.102, 5e-4);
        calm.Occupancy.Should().BeApproximately(.667, 5e-4);
        Staffing.ErlangC(s_ten, 15, Duration.FromSeconds(19.8)).ServiceLevel.Should().BeApproximately(.941, 5e-4);
    }

    [Fact]
    public void Required_BoundThatDividesEvenly_CostsNoAgentByRounding()
    {
        var load = new CallLoad(8.5, Duration.FromMinutes(1), Duration.FromMinutes(1));
        Staffing.Required(load, new StaffingTarget(.01, s_twenty) { MaxOccupancy = .85 }).Agents.Should().Be(10);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(9)]
    public void ErlangC_TrafficNotBelowAgents_SaysThatNothingIsEverAnswered(int agents)
    {
        var figures = Staffing.ErlangC(s_ten, agents, s_twenty);
        figures.IsStable.Should().BeFalse();
        (figures.ProbabilityOfWait, figures.ServiceLevel, figures.Occupancy).Should().Be((1, 0, 1));
        figures.AsaSeconds.Should().BeNull();
        figures.MeanWaitOfThoseWhoWaitSeconds.Should().BeNull();
    }

    [Fact]
    public void Required_NobodyCalls_KeepsOneAgent()
    {
        var figures = Staffing.Required(new CallLoad(0, s_halfHour, Duration.FromMinutes(3)), new StaffingTarget(.99, s_twenty));
        (figures.Agents, figures.ServiceLevel, figures.AsaSeconds, figures.Occupancy).Should().Be((1, 1, 0d, 0));
    }

    // The recursion in its published form is the second opinion: slow, but exact.
    [Fact]
    public void ErlangB_EqualsTheRecursion() => FsCheck.Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(0, 400_000).ToArbitrary(), Gen.Choose(0, 700).ToArbitrary(), (thousandths, lines) =>
        {
            var traffic = thousandths / 1000d;
            var recursion = 1d;
            for (var n = 1; n <= lines; n++)
            {
                recursion = traffic * recursion / (n + (traffic * recursion));
            }

            return Math.Abs(Staffing.ErlangB(traffic, lines) - recursion) <= 1e-12;
        }));

    [Fact]
    public void Required_IsTheFewestThatReachTheTarget() => FsCheck.Check.QuickThrowOnFailure(
        Prop.ForAll(Gen.Choose(1, 30_000).ToArbitrary(), Gen.Choose(1, 999).ToArbitrary(), (calls, level) =>
        {
            var load = new CallLoad(calls, s_halfHour, Duration.FromSeconds(200));
            var required = Staffing.Required(load, new StaffingTarget(level / 1000d, s_twenty));
            var less = required.Agents == 1 ? null : Staffing.ErlangC(load, required.Agents - 1, s_twenty);
            return required.ServiceLevel >= level / 1000d && (less is null || !less.IsStable || less.ServiceLevel < level / 1000d);
        }));

    [Theory]
    [InlineData(10_000)]
    [InlineData(100_000_000)]
    public void Required_HugeTraffic_IsStableAndNearTheSquareRootRule(double traffic)
    {
        var figures = Staffing.Required(new CallLoad(traffic, Duration.FromSeconds(60), Duration.FromSeconds(60)), new StaffingTarget(.8, Duration.Zero));
        figures.ServiceLevel.Should().BeInRange(.8, .81);

        // Halfin and Whitt (1981): agents = A + β·√A, where β = 1.06 makes one in five wait.
        ((figures.Agents - traffic) / Math.Sqrt(traffic)).Should().BeApproximately(1.06, .02);
    }

    [Fact]
    public void Load_ThatMakesNoSense_IsRefused()
    {
        FluentActions.Invoking(() => new CallLoad(-1, s_halfHour, s_twenty)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new CallLoad(double.NaN, s_halfHour, s_twenty)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new CallLoad(1, s_halfHour, Duration.Zero)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new CallLoad(1, Duration.Zero, s_twenty)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new CallLoad(1e300, s_halfHour, s_twenty)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Staffing.ErlangC(s_ten, 0, s_twenty)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Staffing.ErlangC(s_ten, 14, s_twenty, 1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new StaffingTarget(1, s_twenty)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new StaffingTarget(.8, s_twenty) { Shrinkage = double.NaN }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new StaffingTarget(.8, s_twenty) { MaxOccupancy = 0 }).Should().Throw<ArgumentOutOfRangeException>();
    }
}
