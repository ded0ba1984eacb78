using Crm.Domain.Service;
using FsCheck;
using FsCheck.Fluent;
using TestData = Crm.Testing.TestData;

namespace Crm.Domain.Tests.Service;

/// <summary>Tours on known instances (M. Solomon, Operations Research 35(2), 1987) and on any other.</summary>
public sealed class VisitPlannerTests
{
    private static readonly Arbitrary<(int Seed, int Visits, int Technicians)> s_plans = (
        from seed in Gen.Choose(0, 1_000_000) from visits in Gen.Choose(0, 25) from technicians in Gen.Choose(0, 6) select (seed, visits, technicians)).ToArbitrary();

    // The best known of C101 is 10 tours and 828.94, that of RC101 14 and 1,696.95 (or 15 and 1,619.8).
    [SkippableTheory]
    [InlineData("C101", 10, 828.95)]
    [InlineData("RC101", 15, 1_700)]
    public void Plan_KnownInstance_IsAsShortAsItsGoal(string name, int tours, double travel)
    {
        var (visits, technicians) = Instance(name);
        var plan = VisitPlanner.Plan(visits, technicians);
        plan.Unplanned.Should().BeEmpty();
        plan.Tours.Count.Should().BeLessThanOrEqualTo(tours);
        plan.Travel.Should().BeLessThanOrEqualTo(travel);
        Verify(plan, visits, technicians, VisitTravels.Straight);
    }

    [Fact]
    public void Plan_WhereNotAllFindAPlace_LeavesOutWhatCostsLeast()
    {
        // One technician with an hour; each visit takes half of it, or the whole.
        VisitToPlan Visit(string key, double minutes, long penalty) => new(key, new PlanPoint(0, 0)) { Latest = 60, Duration = minutes, Penalty = penalty };
        TechnicianToPlan[] one = [new("t", new PlanPoint(0, 0)) { From = 0, Until = 60 }];
        VisitPlanner.Plan([Visit("a", 30, 1), Visit("b", 30, 1), Visit("urgent", 60, 5)], one).Unplanned.Should().Equal("a", "b");
        VisitPlanner.Plan([Visit("a", 30, 3), Visit("b", 30, 3), Visit("long", 60, 5)], one).Unplanned.Should().Equal("long");
        FluentActions.Invoking(() => VisitPlanner.Plan([Visit("a", 30, 0)], one)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Plan_AnyVisits_KeepsEveryWindowShiftSkillAndLoadAndIsTheSameTwice() => Prop.ForAll(s_plans, given =>
    {
        var chance = new System.Random(given.Seed);
        var visits = Enumerable.Range(0, given.Visits).Select(i => new VisitToPlan($"v{i}", new PlanPoint(chance.Next(100), chance.Next(100)))
        {
            Earliest = chance.Next(300),
            Latest = 300 + chance.Next(200),
            Duration = chance.Next(30),
            Load = chance.Next(10),
            Skills = chance.Next(3) == 0 ? new Dictionary<string, int> { ["boilers"] = chance.Next(1, 4) } : [],
        }).ToList();
        var technicians = Enumerable.Range(0, given.Technicians).Select(i => new TechnicianToPlan($"t{i}", new PlanPoint(50, chance.Next(2) * 50))
        {
            From = chance.Next(2) * 60,
            Until = 500 + (chance.Next(2) * 100),
            Capacity = 20 + (chance.Next(2) * 20),
            Skills = chance.Next(2) == 0 ? new Dictionary<string, int> { ["boilers"] = chance.Next(1, 4) } : [],
        }).ToList();
        var options = new VisitPlanOptions { Iterations = 200 };
        var plan = VisitPlanner.Plan(visits, technicians, options);
        Verify(plan, visits, technicians, VisitTravels.Straight);
        plan.Should().BeEquivalentTo(VisitPlanner.Plan(visits, technicians, options), o => o.WithStrictOrdering());
    }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("Check", "SC-20")]
    public void Plan_TravelOfAnyKind_EvenWithNoWay_LetsNobodyComeLate() => Prop.ForAll(s_plans, given =>
    {
        var chance = new System.Random(given.Seed);
        var visits = Enumerable.Range(0, given.Visits).Select(i => new VisitToPlan($"v{i}", new PlanPoint(i, chance.Next(2)))
        {
            Earliest = chance.Next(50), Latest = chance.Next(4) == 0 ? double.PositiveInfinity : 50 + chance.Next(200), Duration = chance.Next(20),
        }).ToList();
        var technicians = Enumerable.Range(0, given.Technicians).Select(i => new TechnicianToPlan($"t{i}", new PlanPoint(-1 - (i % 2), 0)) { Until = i == 0 ? double.PositiveInfinity : 300 }).ToList();

        // Neither is the straight way the shortest, nor the way back as long as the way there.
        double Travel(PlanPoint from, PlanPoint to) => HashCode(from, to) % 7 == 0 ? double.PositiveInfinity : HashCode(from, to) % 60;
        int HashCode(PlanPoint from, PlanPoint to) => Math.Abs((int)((from.X * 7919) + (to.X * 104_729) + (from.Y * 31) + given.Seed)) % 9973;
        var plan = VisitPlanner.Plan(visits, technicians, new VisitPlanOptions { Iterations = 200, Travel = Travel });
        double.IsFinite(plan.Travel).Should().BeTrue();
        Verify(plan, visits, technicians, Travel);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Plan_OneVisit_AndOneThatNoWayLeadsTo()
    {
        var (near, far) = (new VisitToPlan("near", new PlanPoint(1, 0)), new VisitToPlan("far", new PlanPoint(9, 0)));
        double Travel(PlanPoint from, PlanPoint to) => from.X > 5 || to.X > 5 ? double.PositiveInfinity : 2;
        VisitPlanner.Plan([near], [new TechnicianToPlan("ada", default)], new() { Travel = Travel }).Tours.Should().ContainSingle().Which.Travel.Should().Be(4);
        var plan = VisitPlanner.Plan([near, far], [new TechnicianToPlan("ada", default)], new() { Travel = Travel });
        (plan.Travel, plan.Unplanned.Single()).Should().Be((4, "far"));
    }

    [Fact]
    public void Plan_VisitNobodyCanMake_IsNamed()
    {
        var boiler = new VisitToPlan("boiler", new PlanPoint(1, 0)) { Skills = new Dictionary<string, int> { ["boilers"] = 2 } };
        var far = new VisitToPlan("far", new PlanPoint(1_000, 0)) { Latest = 10 };
        var tap = new VisitToPlan("tap", new PlanPoint(3, 4)) { Earliest = 10, Duration = 5 };
        var plan = VisitPlanner.Plan([boiler, far, tap], [new TechnicianToPlan("ada", default) { Skills = new Dictionary<string, int> { ["boilers"] = 1 } }]);
        plan.Unplanned.Should().Equal("boiler", "far");
        plan.Tours.Should().ContainSingle().Which.Should().BeEquivalentTo(new VisitTour("ada", [new VisitStop("tap", 5, 10, 15)], 10, 20));
        VisitPlanner.Plan([tap], []).Unplanned.Should().Equal("tap");
    }

    [Fact]
    public void Plan_Cancelled_IsTheBestSoFar()
    {
        var visits = Enumerable.Range(0, 20).Select(i => new VisitToPlan($"{i}", new PlanPoint(i, i % 3))).ToList();
        var plan = VisitPlanner.Plan(visits, [new TechnicianToPlan("ada", default)], cancellationToken: new CancellationToken(canceled: true));
        plan.Tours.Sum(t => t.Stops.Count).Should().Be(20);
    }

    [Fact]
    public void Plan_WithoutSense_IsRefused()
    {
        var tap = new VisitToPlan("tap", default);
        var ada = new TechnicianToPlan("ada", default);
        foreach (var visit in new[] { tap with { Latest = 1, Earliest = 2 }, tap with { Duration = -1 }, tap with { Load = double.NaN }, tap with { Place = new PlanPoint(double.NaN, 0) } })
        {
            FluentActions.Invoking(() => VisitPlanner.Plan([visit], [ada])).Should().Throw<ArgumentException>();
        }

        FluentActions.Invoking(() => VisitPlanner.Plan([tap, tap], [ada])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => VisitPlanner.Plan([tap], [ada with { From = 2, Until = 1 }])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => VisitPlanner.Plan([tap], [ada], new() { Iterations = 0 })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => VisitPlanner.Plan([tap, tap with { Key = "sink" }], [ada], new() { Travel = (_, _) => -1 })).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => VisitTravels.GreatCircle(0)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void GreatCircle_RomeToMilan_IsTheKnownDistance()
    {
        // 477 km as the crow flies.
        var travel = VisitTravels.GreatCircle(60, detour: 1);
        travel(new PlanPoint(12.4964, 41.9028), new PlanPoint(9.19, 45.4642)).Should().BeApproximately(477, 1);
    }

    private static void Verify(VisitPlan plan, IReadOnlyList<VisitToPlan> visits, IReadOnlyList<TechnicianToPlan> technicians, VisitTravel travel)
    {
        const double Rounding = 1e-9;
        plan.Tours.SelectMany(t => t.Stops.Select(s => s.Visit)).Concat(plan.Unplanned).Should().BeEquivalentTo(visits.Select(v => v.Key));
        plan.Tours.Select(t => t.Technician).Should().OnlyHaveUniqueItems();
        var total = 0.0;
        foreach (var tour in plan.Tours)
        {
            var technician = technicians.Single(t => t.Key == tour.Technician);
            var (at, place, load) = (technician.From, technician.Start, 0.0);
            foreach (var stop in tour.Stops)
            {
                var visit = visits.Single(v => v.Key == stop.Visit);
                at += travel(place, visit.Place);
                total += travel(place, visit.Place);
                stop.ArrivesAt.Should().BeApproximately(at, Rounding);
                at = Math.Max(at, visit.Earliest);
                stop.BeginsAt.Should().BeApproximately(at, Rounding).And.BeLessThanOrEqualTo(visit.Latest + Rounding);
                at += visit.Duration;
                load += visit.Load;
                place = visit.Place;
                visit.Skills.All(s => technician.Skills.GetValueOrDefault(s.Key) >= s.Value).Should().BeTrue();
            }

            var home = travel(place, technician.End ?? technician.Start);
            total += home;
            tour.BackAt.Should().BeApproximately(at + home, Rounding).And.BeLessThanOrEqualTo(technician.Until + Rounding);
            load.Should().BeLessThanOrEqualTo(technician.Capacity);
        }

        plan.Travel.Should().BeApproximately(total, 1e-6);
    }

    private static (IReadOnlyList<VisitToPlan> Visits, IReadOnlyList<TechnicianToPlan> Technicians) Instance(string name)
    {
        var rows = File.ReadLines(TestData.Require($"service/{name}.txt")).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(r => r.Length > 1 && r.All(c => double.TryParse(c, System.Globalization.CultureInfo.InvariantCulture, out _)))
            .Select(r => r.Select(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToList();
        var depot = rows[1];
        return (
            [.. rows.Skip(2).Select(r => new VisitToPlan($"{r[0]}", new PlanPoint(r[1], r[2])) { Load = r[3], Earliest = r[4], Latest = r[5], Duration = r[6] })],
            [.. Enumerable.Range(1, (int)rows[0][0]).Select(i => new TechnicianToPlan($"t{i}", new PlanPoint(depot[1], depot[2])) { Until = depot[5], Capacity = rows[0][1] })]);
    }
}
