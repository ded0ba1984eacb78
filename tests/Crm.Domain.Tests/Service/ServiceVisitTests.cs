using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Service;

[Trait("Check", "SC-20")]
public class ServiceVisitTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 6, 0);
    private static readonly Instant s_nine = Instant.FromUtc(2026, 6, 1, 9, 0);
    private static readonly TechnicianId s_ada = TechnicianId.New(s_now);
    private static readonly TechnicianId s_bob = TechnicianId.New(s_now);

    private enum Act
    {
        Request, Describe, Book, Rebook, GiveAway, Depart, Arrive, Complete, CompleteForNow, NoShow, CancelBooking, Cancel,
    }

    [Fact]
    public void RandomActs_KeepToTheTransitions_AndTheQuestionsKnowBefore() => Prop.ForAll(
        Gen.Choose(0, (12 * 50) - 1).Select(n => ((Act)(n % 12), n / 12)).ListOf().ToArbitrary(),
        acts =>
        {
            var visit = Visit(isDraft: true);
            var now = s_now;
            foreach (var (act, place) in acts)
            {
                now += Duration.FromMinutes(1);
                var (status, booking, version, sequence) = (visit.Status, visit.Booking?.Status, visit.Version, visit.Sequence);
                var (may, run) = Doing(visit, act, s_nine + (VisitGrid.Slot * place), now);
                if (!may.IsPermitted)
                {
                    run.Should().Throw<CrmRuleException>().Which.Code.Should().Be(may.Code);
                    (visit.Status, visit.Booking?.Status, visit.Version, visit.Sequence).Should().Be((status, booking, version, sequence), "a refused act changes nothing");
                    continue;
                }

                run();
                visit.Version.Should().Be(version + 1);
                (visit.Status == status || VisitTransitions.Allows(status, visit.Status)).Should().BeTrue();
                visit.Bookings.Count(b => b.IsActive).Should().Be(visit.Status == VisitStatus.Scheduled ? 1 : 0);
                visit.Sequence.Should().BeGreaterThanOrEqualTo(sequence);
                visit.Bookings.Select(b => b.Number).Should().Equal(Enumerable.Range(1, visit.Bookings.Count));
                visit.Bookings.Should().NotContain(b => b.OccupiedFrom > b.OccupiedUntil);
                (visit.ClosedAt is not null).Should().Be(visit.Status is VisitStatus.Done or VisitStatus.Cancelled);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Visit_FromRequestToReport_KeepsTheInstantsOfEachStep()
    {
        var visit = Visit();
        visit.Book(VisitBookingId.New(s_now), At(s_nine, travel: 20), s_now);
        visit.Depart(s_nine - Duration.FromMinutes(18));
        visit.Arrive(s_nine + Duration.FromMinutes(3));
        visit.Complete(new VisitOutcome("Descaled.") { PartsUsed = [new VisitParts("SEAL", 2)] }, s_nine + Duration.FromMinutes(33));
        var booking = visit.Bookings.Single();
        (booking.Status, booking.Travel, booking.OnSite, booking.EndedAt, booking.Report).Should().Be(
            (BookingStatus.Completed, Duration.FromMinutes(21), Duration.FromMinutes(30), s_nine + Duration.FromMinutes(33), "Descaled."));
        booking.OccupiedUntil.Should().Be(s_nine + Duration.FromMinutes(35), "the rest of the hour is free again");
        visit.PartsUsed.Should().ContainSingle(p => p.Sku == "SEAL" && p.Quantity == 2 && p.BookingId == booking.Id);
        (visit.Status, visit.Booking).Should().Be((VisitStatus.Done, null));
    }

    [Fact]
    public void Sequence_RisesWithEachChangeOfTheAppointment()
    {
        var visit = Visit();
        visit.Book(VisitBookingId.New(s_now), At(s_nine), s_now);
        visit.Sequence.Should().Be(0);
        visit.Rebook(VisitBookingId.New(s_now), At(s_nine + Duration.FromHours(1)), s_now);
        (visit.Sequence, visit.Booking!.Sequence, visit.Bookings.Count).Should().Be((1, 1, 1));
        visit.Rebook(VisitBookingId.New(s_now), At(s_nine, s_bob), s_now);
        (visit.Sequence, visit.Booking!.Sequence, visit.Booking.TechnicianId, visit.Bookings.Count).Should().Be((2, 0, s_bob, 2));
        (visit.Bookings[0].Status, visit.Bookings[0].Sequence).Should().Be((BookingStatus.Cancelled, 2), "the former technician's appointment is called off");
        visit.CancelBooking("Customer ill", s_now);
        (visit.Sequence, visit.Status).Should().Be((3, VisitStatus.Requested));
        visit.Book(VisitBookingId.New(s_now), At(s_nine), s_now);
        visit.Sequence.Should().Be(4);
    }

    public static TheoryData<string, int, int, int, int> Misfits => new()
    {
        { "BookingReversed", 0, 0, 0, 0 },
        { "BookingReversed", 60, -5, 0, 0 },
        { "BookingNotOnGrid", 2, 60, 0, 0 },
        { "BookingNotOnGrid", 0, 61, 0, 0 },
        { "BookingNotOnGrid", 0, 60, 7, 0 },
        { "BookingTooLong", 0, 60, -5, 0 },
        { "BookingTooLong", 0, 60 * 72, 5, 0 },
        { "BookingTooLong", 0, 60, 0, -5 },
        { "OutsideRequestedWindow", -65, 60, 0, 0 },
        { "OutsideRequestedWindow", 245, 60, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Book_TimesThatDoNotSuit_AreRefused(string code, int start, int length, int travel, int buffer)
    {
        var visit = Visit();
        var at = s_nine + Duration.FromMinutes(start);
        var appointment = new VisitAppointment(s_ada, at, at + Duration.FromMinutes(length)) { Travel = Duration.FromMinutes(travel), Buffer = Duration.FromMinutes(buffer) };
        visit.CanBook(appointment).Code.Should().Be(code);
        FluentActions.Invoking(() => visit.Book(VisitBookingId.New(s_now), appointment, s_now)).Should().Throw<CrmRuleException>();
        (visit.Version, visit.Bookings.Count).Should().Be((1, 0));
    }

    [Fact]
    public void Describe_BadInput_IsRefusedAndChangesNothing()
    {
        var visit = Visit();
        var details = Details();
        foreach (var wrong in new[]
        {
            details with { Subject = " " }, details with { Until = details.From - Duration.FromMinutes(1) }, details with { TimeZone = "Europe/Atlantis" }, details with { EstimatedDuration = Duration.Zero },
            details with { EstimatedDuration = Duration.FromDays(2) }, details with { Skills = [new(new SkillLevel("gas")), new(new SkillLevel("gas", 2))] }, details with { Parts = [new("A", 0)] },
            details with { Parts = [new("A", 1), new("A", 2)] }, details with { Instructions = new string('x', ServiceVisit.MaxInstructionsLength + 1) }, details with { Priority = (CasePriority)9 },
        })
        {
            FluentActions.Invoking(() => visit.Describe(wrong, s_now)).Should().Throw<ArgumentException>();
            FluentActions.Invoking(() => new ServiceVisit(ServiceVisitId.New(s_now), VisitNumber.From(2), wrong, false, s_now)).Should().Throw<ArgumentException>();
        }

        (visit.Version, visit.Subject, visit.Skills.Count).Should().Be((1, "Descale", 1));
    }

    [Theory]
    [InlineData(91, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, 181)]
    [InlineData(0, double.PositiveInfinity)]
    public void GeoPoint_OffTheEarth_IsRefused(double latitude, double longitude) => FluentActions.Invoking(() => new GeoPoint(latitude, longitude)).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData("Europe/Rome", 3, 29, 2, 30, "LocalTimeSkipped")]
    [InlineData("Europe/Rome", 10, 25, 2, 30, "LocalTimeAmbiguous")]
    [InlineData("Europe/Rome", 10, 25, 3, 0, null)]
    [InlineData("Asia/Kathmandu", 3, 29, 2, 30, null)]
    public void LocalTime_ThatClocksSkipOrRepeat_IsRefused(string zone, int month, int day, int hour, int minute, string? code) =>
        VisitTime.At(new LocalDateTime(2026, month, day, hour, minute), DateTimeZoneProviders.Tzdb[zone]).Errors.Select(e => e.Code).Should().Equal(code is null ? [] : [code]);

    [Fact]
    public void Grid_OfEveryZoneOfToday_BeginsAtFullHours() => DateTimeZoneProviders.Tzdb.Ids
        .Select(id => DateTimeZoneProviders.Tzdb[id].AtLeniently(new LocalDateTime(2026, 6, 1, 9, 0)).ToInstant()).Should().OnlyContain(at => VisitGrid.Holds(at));

    private static (CrmRuling May, Action Run) Doing(ServiceVisit visit, Act act, Instant at, Instant now) => act switch
    {
        Act.Request => (visit.CanRequest(), () => visit.Request(now)),
        Act.Describe => (visit.CanDescribe(), () => visit.Describe(Details(), now)),
        Act.Book => (visit.CanBook(At(at)), () => visit.Book(VisitBookingId.New(now), At(at), now)),
        Act.Rebook => (visit.CanRebook(At(at)), () => visit.Rebook(VisitBookingId.New(now), At(at), now)),
        Act.GiveAway => (visit.CanRebook(At(at, s_bob)), () => visit.Rebook(VisitBookingId.New(now), At(at, s_bob), now)),
        Act.Depart => (visit.CanDepart(), () => visit.Depart(now)),
        Act.Arrive => (visit.CanArrive(), () => visit.Arrive(now)),
        Act.Complete => (visit.CanComplete(), () => visit.Complete(new VisitOutcome("Done"), now)),
        Act.CompleteForNow => (visit.CanComplete(), () => visit.Complete(new VisitOutcome("Part missing") { NeedsReturn = true }, now)),
        Act.NoShow => (visit.CanBeNoShow(), () => visit.BeNoShow("Nobody opened", now)),
        Act.CancelBooking => (visit.CanCancelBooking(), () => visit.CancelBooking("Ill", now)),
        _ => (visit.CanCancel(), () => visit.Cancel("Sold", now)),
    };

    private static VisitAppointment At(Instant start, TechnicianId? technician = null, int travel = 0) =>
        new(technician ?? s_ada, start, start + Duration.FromHours(1)) { Travel = Duration.FromMinutes(travel) };

    private static ServiceVisit Visit(bool isDraft = false) => new(ServiceVisitId.New(s_now), VisitNumber.From(1), Details(), isDraft, s_now);

    private static VisitDetails Details() => new(CustomerId.New(s_now), "Descale", new PostalAddress("Via Roma 1", null, "00184", "Roma", null, null), s_nine - Duration.FromHours(1), s_nine + Duration.FromHours(4))
    {
        TimeZone = "Europe/Rome", Skills = [new(new SkillLevel("water", 2))], Parts = [new("SEAL", 1)],
    };
}
