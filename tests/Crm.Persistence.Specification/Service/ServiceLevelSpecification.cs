using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Calendars and policies as they are stored and chosen from.</summary>
public abstract class ServiceLevelSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly ServiceHours s_week = ServiceHours.Of(BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30").On(IsoDayOfWeek.Saturday, "22:00-06:00").Build());
    private static readonly ServiceHours s_longer = ServiceHours.Of(BusinessHours.In("America/New_York").Daily("08:00-20:00").Build());
    private static readonly SlaPolicyTerms s_terms = SlaPolicyTerms.ForAll(new SlaPromise { FirstResponse = SlaDuration.OfMinutes(60), Resolution = SlaDuration.OfDays(2, toEndOfDay: true) });
    private static readonly Criterion s_urgent = new Condition("priority", CriteriaOperators.Equal, "urgent");

    [SkippableFact]
    [Trait("Check", "SC-10")]
    public async Task Versions_ReadBack_AreEqual_AndStayWhenOthersFollow()
    {
        var host = await HostAsync();
        ServiceLevelKey key;
        SlaTerms promised;
        await using (var work = host.Work())
        {
            await SettleAsync(work);
            (await Calendars(work).SetDaysAsync("default", [ServiceDay.Holiday(new LocalDate(2026, 12, 25), "Natale 🎄"), ServiceDay.Break(new LocalDate(2026, 6, 3), "10:00-11:00")])).ThrowIfFailed();
            (await Policies(work).CreateAsync(new SlaPolicyDetails("usual"), s_terms, isDefault: true)).ThrowIfFailed();
            await work.SaveAsync();
            var level = await ChooseAsync(work);
            (key, promised) = (level!.Key, level.Terms);
        }

        await using (var work = host.Work())
        {
            (await Calendars(work).ChangeWeekAsync("default", s_longer)).ThrowIfFailed();
            var policy = (await Policies(work).FindAsync("usual"))!;
            (await Policies(work).PublishAsync(policy.Id, s_terms with { PausesFirstResponse = true, Reopening = SlaReopening.NewCycle })).ThrowIfFailed();
            (await Policies(work).ChangeAsync(policy.Id, new SlaPolicyDetails("usual, renamed"))).ThrowIfFailed();
            await work.SaveAsync();
        }

        await using var later = host.Work();
        var found = (await later.Get<IServiceLevelBook>().FindAsync([key, key with { PolicyVersionId = SlaPolicyVersionId.New(host.Clock.GetCurrentInstant()) }], default)).Should().ContainSingle().Subject.Value;
        found.Terms.Should().Be(promised);
        found.Levels.Should().Equal(EscalationLevel.Warning);
        found.PolicyName.Should().Be("usual, renamed");
        var now = (await ChooseAsync(later))!;
        now.Key.Should().NotBe(key);
        (now.Terms.PausesFirstResponse, now.Terms.Reopening, now.Terms.Calendar.Zone.Id).Should().Be((true, SlaReopening.NewCycle, "America/New_York"));
        (await Calendars(later).FindAsync("default"))!.Versions.Select(v => v.Number).Should().BeEquivalentTo([1, 2, 3]);
    }

    [SkippableFact]
    [Trait("Check", "SC-09")]
    public async Task Default_OneOnly_IsKeptByTheDatabase()
    {
        var host = await HostAsync();
        await using (var work = host.Work())
        {
            await SettleAsync(work);
            (await Policies(work).CreateAsync(new SlaPolicyDetails("first"), s_terms, isDefault: true)).ThrowIfFailed();
            (await Policies(work).CreateAsync(new SlaPolicyDetails("second"), s_terms)).ThrowIfFailed();
            (await Policies(work).CreateAsync(new SlaPolicyDetails("third"), s_terms)).ThrowIfFailed();
            await work.SaveAsync();
        }

        // Two agents make another one the default at the same time: one of them is told.
        await using var one = host.Work();
        await using var two = host.Work();
        (await Policies(one).MakeDefaultAsync((await Policies(one).FindAsync("second"))!.Id)).ThrowIfFailed();
        (await Policies(two).MakeDefaultAsync((await Policies(two).FindAsync("third"))!.Id)).ThrowIfFailed();
        await one.SaveAsync();
        (await two.UnitOfWork.SaveAsync()).Errors.Should().ContainSingle();

        await using var raw = host.Work();
        var third = (await Policies(raw).FindAsync("third"))!;
        third.BecomeDefault(host.Clock.GetCurrentInstant());
        (await raw.UnitOfWork.SaveAsync()).Errors.Should().ContainSingle().Which.Code.Should().Be("AlreadyExists");

        await using var later = host.Work();
        (await Policies(later).ListAsync()).Where(p => p.IsDefault).Select(p => p.Name).Should().Equal("second");
        (await Policies(later).RetireAsync((await Policies(later).FindAsync("second"))!.Id)).Errors.Should().ContainSingle().Which.Code.Should().Be("SlaPolicyIsDefault");
    }

    [SkippableFact]
    [Trait("Check", "SC-09")]
    public async Task Choose_ForAThousandCases_AsksTheDatabaseAFewTimes()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s => s.Options = o => o.AddInterceptors(seen));
        await using (var work = host.Work())
        {
            await SettleAsync(work);
            (await Policies(work).CreateAsync(new SlaPolicyDetails("urgent") { Condition = s_urgent }, s_terms)).ThrowIfFailed();
            (await Policies(work).CreateAsync(new SlaPolicyDetails("usual"), s_terms, isDefault: true)).ThrowIfFailed();
            await work.SaveAsync();
        }

        await using var later = host.Work();
        var book = later.Get<IServiceLevelBook>();
        var cases = Enumerable.Range(0, 1_000).Select(i => Case(i % 3 == 0 ? CasePriority.Urgent : CasePriority.Low)).ToList();
        seen.Clear();
        var now = host.Clock.GetCurrentInstant();
        foreach (var (about, index) in cases.Select((c, i) => (c, i)))
        {
            (await book.ChooseAsync(about, now + Duration.FromNanoseconds(1_000 * index), default))!.PolicyName.Should().Be(about.Priority == CasePriority.Urgent ? "urgent" : "usual");
        }

        seen.Commands.Count.Should().BeLessThanOrEqualTo(6);

        // In another scope what versions say is known already.
        await using var another = host.Work();
        seen.Clear();
        (await another.Get<IServiceLevelBook>().ChooseAsync(cases[0], now, default)).Should().NotBeNull();
        seen.Commands.Count.Should().BeLessThanOrEqualTo(2);
    }

    [SkippableFact]
    [Trait("Check", "SC-09")]
    public async Task Choose_SeesItsOwnChangesAtOnce_AndOthersOnceTheyAreSaved()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await SettleAsync(work);
        (await Policies(work).CreateAsync(new SlaPolicyDetails("usual"), s_terms, isDefault: true)).ThrowIfFailed();
        await work.SaveAsync();

        await using var own = host.Work();
        await using var other = host.Work();
        (await ChooseAsync(own))!.PolicyName.Should().Be("usual");
        (await ChooseAsync(other))!.PolicyName.Should().Be("usual");

        (await Policies(own).CreateAsync(new SlaPolicyDetails("urgent") { Condition = s_urgent }, s_terms)).ThrowIfFailed();
        var week = (await Calendars(own).ChangeWeekAsync("default", s_longer)).Value.VersionAt(host.Clock.GetCurrentInstant())!;
        var chosen = (await ChooseAsync(own))!;
        (chosen.PolicyName, chosen.Key.CalendarVersionId).Should().Be(("urgent", week.Id));
        (await own.Get<IServiceLevelBook>().FindAsync([chosen.Key], default)).Should().ContainKey(chosen.Key);
        await using (var third = host.Work())
        {
            (await ChooseAsync(third))!.PolicyName.Should().Be("usual", "nothing is saved yet");
        }

        await own.SaveAsync();
        (await ChooseAsync(own))!.PolicyName.Should().Be("urgent");
        own.Context.ChangeTracker.Clear();
        (await ChooseAsync(own))!.PolicyName.Should().Be("urgent");
        await using (var third = host.Work())
        {
            (await ChooseAsync(third))!.Key.Should().Be(chosen.Key);
        }

        host.Clock.Advance(Duration.FromSeconds(1));
        (await ChooseAsync(other))!.PolicyName.Should().Be("urgent", "a scope that goes on sees what others saved within a second");
    }

    [SkippableFact]
    [Trait("Check", "SC-09")]
    public async Task Order_Changed_DecidesTheChoice_AndNamesEveryPolicyOnce()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await SettleAsync(work);
        var ids = new List<SlaPolicyId>();
        foreach (var name in new[] { "a", "b", "c" })
        {
            ids.Add((await Policies(work).CreateAsync(new SlaPolicyDetails(name) { Condition = s_urgent }, s_terms)).Value.Id);
        }

        (await Policies(work).CreateAsync(new SlaPolicyDetails("a"), s_terms)).Errors.Should().ContainSingle().Which.Code.Should().Be("SlaPolicyNameTaken");
        await work.SaveAsync();
        (await ChooseAsync(work))!.PolicyName.Should().Be("a");
        (await Policies(work).ReorderAsync([ids[2], ids[0]])).Errors.Should().ContainSingle().Which.Code.Should().Be("SlaPolicyOrderIncomplete");
        (await Policies(work).ReorderAsync([ids[2], ids[0], ids[0]])).Errors.Should().ContainSingle().Which.Code.Should().Be("SlaPolicyOrderIncomplete");
        (await Policies(work).ReorderAsync([ids[2], ids[0], ids[1]])).ThrowIfFailed();
        await work.SaveAsync();

        await using var later = host.Work();
        (await Policies(later).ListAsync()).Select(p => p.Name).Should().Equal("c", "a", "b");
        (await ChooseAsync(later))!.PolicyName.Should().Be("c");
        (await Policies(later).RetireAsync(ids[2])).ThrowIfFailed();
        (await ChooseAsync(later))!.PolicyName.Should().Be("a");
        await later.SaveAsync();
        (await Policies(later).ListAsync()).Select(p => p.Name).Should().Equal("a", "b");
        (await Policies(later).ListAsync(withRetired: true)).Should().HaveCount(3);
    }

    [SkippableFact]
    [Trait("Check", "SC-09")]
    public async Task Explain_OfAStoredCase_SaysWhichPolicyAndWhyNoOther()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await SettleAsync(work);
        (await Policies(work).CreateAsync(new SlaPolicyDetails("urgent") { Condition = s_urgent }, s_terms)).ThrowIfFailed();
        (await Policies(work).CreateAsync(new SlaPolicyDetails("usual"), s_terms, isDefault: true)).ThrowIfFailed();
        var opened = (await work.Desk.OpenAsync(new CaseDetails(await work.RegisterAsync(), "Broken"))).Value;
        await work.SaveAsync();

        await using var later = host.Work();
        var choice = (await later.Get<ServiceLevels>().ExplainChoiceAsync(opened.Id)).Value;
        choice.Level!.PolicyName.Should().Be("usual");
        choice.Tried.Select(t => t.Verdict).Should().Equal(SlaPolicyVerdict.ConditionFails, SlaPolicyVerdict.ChosenAsDefault);
        (await later.Get<ServiceLevels>().ExplainChoiceAsync(ServiceCaseId.New(host.Clock.GetCurrentInstant()))).Errors.Should().ContainSingle().Which.Code.Should().Be("CaseNotFound");
    }

    [SkippableFact]
    [Trait("Check", "SC-06")]
    public async Task Holidays_ImportedAgain_AreNotDoubled_AndThoseMadeByHandStay()
    {
        var host = await HostAsync();
        var today = host.Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Rome"]).Date;
        var (first, second, third) = (today.PlusDays(10), today.PlusDays(20), today.PlusDays(30));
        await using (var work = host.Work())
        {
            await SettleAsync(work);
            (await Calendars(work).SetDaysAsync("default", [ServiceDay.Holiday(third, "Our day"), ServiceDay.Open(second, "10:00-12:00")])).ThrowIfFailed();
            var imported = (await Calendars(work).ImportHolidaysAsync("default", "italy", Feed((first, "One"), (second, "Two"), (today.PlusDays(25), "Daylight saving time starts"), (today.PlusYears(9), "Far")))).Value;
            (imported.Events, imported.Days, imported.Added, imported.Removed, imported.Ignored, imported.Outside, imported.Overridden).Should().Be((4, 2, 2, 0, 1, 1, 1));
            await work.SaveAsync();
        }

        await using (var work = host.Work())
        {
            var again = (await Calendars(work).ImportHolidaysAsync("default", "italy", Feed((second, "Two"), (first, "One")))).Value;
            (again.IsChanged, again.Unchanged, again.Days).Should().Be((false, 2, 2));
            (await Calendars(work).FindAsync("default"))!.Versions.Should().HaveCount(3, "nothing changed, so there is no new version");
            var changed = (await Calendars(work).ImportHolidaysAsync("default", "italy", Feed((second, "Second")))).Value;
            (changed.Added, changed.Changed, changed.Removed, changed.Unchanged).Should().Be((0, 1, 1, 0));
            await work.SaveAsync();
        }

        await using var later = host.Work();
        var version = (await Calendars(later).FindAsync("default"))!.VersionAt(host.Clock.GetCurrentInstant())!;
        version.Hours.Days.Select(d => (d.Date, d.Name, d.Feed)).Should().BeEquivalentTo(new (LocalDate, string?, string?)[] { (second, null, null), (second, "Second", "italy"), (third, "Our day", null) });
        version.Calendar.IntervalsOn(second).Should().Equal(BusinessInterval.Parse("10:00-12:00"));

        var before = await DatabaseState.ReadAsync(later.Context);
        (await Calendars(later).ImportHolidaysAsync("default", "italy", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:soon\nEND:VEVENT\nEND:VCALENDAR")).Errors.Should().ContainSingle().Which.Message.Should().Contain("line 3");
        (await Calendars(later).ImportHolidaysAsync("nowhere", "italy", Feed())).Errors.Should().ContainSingle().Which.Code.Should().Be("ServiceCalendarNotFound");
        (await Calendars(later).SetDaysAsync("default", [ServiceDay.Holiday(new LocalDate(2500, 1, 1))])).Errors.Should().ContainSingle().Which.Code.Should().Be("ServiceDateOutOfRange");
        (await Calendars(later).ChangeWeekAsync("default", s_week with { Zone = "Europe/Atlantis" })).Errors.Should().ContainSingle().Which.Code.Should().Be("ServiceZoneUnknown");
        (await Calendars(later).CreateAsync("other", "Other", new ServiceHours("Europe/Rome"))).Errors.Should().ContainSingle().Which.Code.Should().Be("ServiceHoursNeverOpen");
        (await Calendars(later).CreateAsync("default", "Again", s_week)).Errors.Should().ContainSingle().Which.Code.Should().Be("ServiceCalendarKeyTaken");
        await later.SaveAsync();
        (await DatabaseState.ReadAsync(later.Context)).Should().BeEquivalentTo(before, "nothing changes when it is refused");
    }

    [SkippableFact]
    [Trait("Check", "SC-07")]
    public async Task Deadline_InAStoredCalendar_IsRightAcrossBothClockChanges()
    {
        var host = await HostAsync();
        await using (var work = host.Work())
        {
            (await Calendars(work).CreateAsync("default", "Always", ServiceHours.Of(BusinessCalendar.AlwaysOpen(DateTimeZoneProviders.Tzdb["Europe/Rome"])))).ThrowIfFailed();
            (await Policies(work).CreateAsync(new SlaPolicyDetails("usual"), SlaPolicyTerms.ForAll(new SlaPromise { Resolution = SlaDuration.OfMinutes(480) }), isDefault: true)).ThrowIfFailed();
            await work.SaveAsync();
        }

        // Features 3.1, golden cases: eight hours over the nights on which clocks change in 2026.
        await using var later = host.Work();
        var terms = (await ChooseAsync(later))!.Terms;
        terms.Resolution!.DueFrom(terms.Calendar, Instant.FromUtc(2026, 3, 28, 19, 0)).Should().Be(Instant.FromUtc(2026, 3, 29, 3, 0));
        terms.Resolution.DueFrom(terms.Calendar, Instant.FromUtc(2026, 10, 24, 18, 0)).Should().Be(Instant.FromUtc(2026, 10, 25, 2, 0));
    }

    [SkippableFact]
    public async Task Tenants_HaveTheirOwn_AndFindNothingOfOthers()
    {
        var (one, two) = (new CrmScope(Actor.Agent("ada", "Ada")) { TenantId = "one" }, new CrmScope(Actor.Agent("bob", "Bob")) { TenantId = "two" });
        var host = await HostAsync<TenantContext>(s => s.Scope = one);
        ServiceLevelKey key;
        await using (var work = host.Work(one))
        {
            await SettleAsync(work);
            (await Policies(work).CreateAsync(new SlaPolicyDetails("usual"), s_terms, isDefault: true)).ThrowIfFailed();
            await work.SaveAsync();
            key = (await ChooseAsync(work))!.Key;
        }

        await using var other = host.Work(two);
        (await ChooseAsync(other)).Should().BeNull();
        (await other.Get<IServiceLevelBook>().FindAsync([key], default)).Should().BeEmpty();
        (await Calendars(other).FindAsync("default")).Should().BeNull();
        (await Policies(other).ListAsync()).Should().BeEmpty();
        await SettleAsync(other);
        (await Policies(other).CreateAsync(new SlaPolicyDetails("usual"), s_terms, isDefault: true)).ThrowIfFailed();
        await other.SaveAsync();
        (await ChooseAsync(other))!.Key.Should().NotBe(key);
    }

    [SkippableFact]
    public async Task Strangers_SeeAndChangeNothing()
    {
        var host = await HostAsync();
        await using (var work = host.Work())
        {
            await SettleAsync(work);
            await work.SaveAsync();
        }

        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("p", [])));
        (await Calendars(portal).FindAsync("default")).Should().BeNull();
        (await Calendars(portal).ListAsync()).Should().BeEmpty();
        (await Policies(portal).ListAsync()).Should().BeEmpty();
        (await Policies(portal).CreateAsync(new SlaPolicyDetails("mine"), s_terms)).Errors.Should().ContainSingle().Which.Code.Should().Be("ActNotAllowed");
        (await Calendars(portal).ImportHolidaysAsync("default", "italy", Feed())).Errors.Should().ContainSingle().Which.Code.Should().Be("ActNotAllowed");
    }

    private static ServiceCalendars Calendars<T>(CrmWork<T> work)
        where T : DbContext, ICrmDbContext => work.Get<ServiceCalendars>();

    private static SlaPolicies Policies<T>(CrmWork<T> work)
        where T : DbContext, ICrmDbContext => work.Get<SlaPolicies>();

    private static async Task SettleAsync<T>(CrmWork<T> work)
        where T : DbContext, ICrmDbContext => (await Calendars(work).CreateAsync("default", "Usual hours", s_week)).ThrowIfFailed();

    private static Task<ServiceLevel?> ChooseAsync<T>(CrmWork<T> work)
        where T : DbContext, ICrmDbContext => work.Get<IServiceLevelBook>().ChooseAsync(Case(CasePriority.Urgent), work.Get<IClock>().GetCurrentInstant(), default);

    private static ServiceCase Case(CasePriority priority)
    {
        var now = Instant.FromUtc(2026, 5, 4, 8, 0);
        return new(ServiceCaseId.New(now), CaseNumber.From(1), new CaseDetails(Domain.Customers.CustomerId.New(now), "Broken") { Priority = priority }, "Ada", now);
    }

    private static string Feed(params (LocalDate Date, string Name)[] days) => "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
        + string.Concat(days.Select(d => $"BEGIN:VEVENT\r\nUID:{d.Name}\r\nDTSTART;VALUE=DATE:{d.Date:uuuuMMdd}\r\nSUMMARY:{d.Name}\r\nEND:VEVENT\r\n"))
        + "END:VCALENDAR\r\n";
}
