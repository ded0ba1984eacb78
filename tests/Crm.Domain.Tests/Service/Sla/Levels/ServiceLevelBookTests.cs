using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Tests.Service.Sla.Levels;

/// <summary>Which policy a case gets, and why none of the others.</summary>
[Trait("Check", "SC-09")]
public sealed class ServiceLevelBookTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 5, 4, 8, 0);
    private static readonly SlaPromise s_promise = new() { Resolution = SlaDuration.OfMinutes(480) };
    private readonly StubSource _source = new();

    public ServiceLevelBookTests() => _source.Calendars.Add(Calendar("default"));

    [Fact]
    public async Task Choose_TheFirstWhoseConditionHolds_ByPlaceThenAgeThenId()
    {
        var (late, early, other) = (Add("late", Priority("urgent"), 2), Add("early", Priority("urgent"), 1), Add("other", Priority("low"), 0));
        (await ChosenAsync(CasePriority.Urgent)).Should().Be("early");
        (await ChosenAsync(CasePriority.Low)).Should().Be("other");
        (await ChosenAsync(CasePriority.Normal)).Should().BeNull("no policy is for it, and there is no default one");

        late.Move(1, s_now);
        _source.Policies.Reverse();
        (await ChosenAsync(CasePriority.Urgent)).Should().Be("late", "of one place the one that was made first");
        _ = (early, other);
    }

    [Fact]
    public async Task Choose_OfOnePlaceAndAge_TakesTheLowerId()
    {
        var policies = new[] { Add("a", Priority("urgent"), 1, s_now), Add("b", Priority("urgent"), 1, s_now), Add("c", Priority("urgent"), 1, s_now) };
        var lowest = policies.MinBy(p => p.Id)!.Name;
        for (var i = 0; i < 3; i++)
        {
            (_source.Policies[0], _source.Policies[1], _source.Policies[2]) = (_source.Policies[1], _source.Policies[2], _source.Policies[0]);
            (await ChosenAsync(CasePriority.Urgent)).Should().Be(lowest);
        }
    }

    [Fact]
    public async Task Choose_WithoutACondition_OnlyAsDefault()
    {
        Add("empty", null, 1);
        Add("everything", Criterion.Everything, 2);
        Add("nothing asked", new NotOf(new AnyOf([])), 3);
        (await ChosenAsync(CasePriority.Normal)).Should().BeNull();

        Add("usual", null, 0).BecomeDefault(s_now);
        (await ChosenAsync(CasePriority.Normal)).Should().Be("usual");
        Add("urgent", Priority("urgent"), 9);
        (await ChosenAsync(CasePriority.Urgent)).Should().Be("urgent", "the default one is asked last wherever it stands");
    }

    [Fact]
    public async Task Choose_OutsideOfValidity_IsPassedOver()
    {
        var policy = Add("season", Priority("urgent"), 1);
        policy.Change(new SlaPolicyDetails("season") { Condition = Priority("urgent"), ValidFrom = s_now, ValidUntil = s_now + Duration.FromDays(1) }, s_now);
        (await ChosenAsync(CasePriority.Urgent, s_now - Duration.Epsilon)).Should().BeNull();
        (await ChosenAsync(CasePriority.Urgent, s_now)).Should().Be("season");
        (await ChosenAsync(CasePriority.Urgent, s_now + Duration.FromDays(1) - Duration.Epsilon)).Should().Be("season");
        (await ChosenAsync(CasePriority.Urgent, s_now + Duration.FromDays(1))).Should().BeNull();
    }

    [Fact]
    public async Task Choose_AWindowOfTime_EndsAtTheInstant()
    {
        Add("fresh", new Condition("openedAt", CriteriaOperators.WithinLast, 2), 1);
        var about = Case(CasePriority.Normal);
        (await Book().ChooseAsync(about, s_now + Duration.FromDays(1), default))!.PolicyName.Should().Be("fresh");
        (await Book().ChooseAsync(about, s_now + Duration.FromDays(3), default)).Should().BeNull();
        (await Book().ChooseAsync(about, s_now + Duration.FromDays(1), default)).Should().NotBeNull();
    }

    [Fact]
    public async Task Explain_EveryPolicy_SaysWhy()
    {
        Add("retired", Priority("urgent"), 1).Retire(s_now);
        Add("not yet", Priority("urgent"), 2).Change(new SlaPolicyDetails("not yet") { Condition = Priority("urgent"), ValidFrom = s_now + Duration.FromDays(1) }, s_now);
        Add("over", Priority("urgent"), 3).Change(new SlaPolicyDetails("over") { Condition = Priority("urgent"), ValidUntil = s_now }, s_now);
        Add("empty", null, 4);
        Add("low", new AllOf([Priority("low"), new Condition("subject", CriteriaOperators.Contains, "fire")]), 5);
        Add("old field", new Condition("colour", CriteriaOperators.Equal, "red"), 6);
        Add("no calendar", Priority("urgent"), 7, calendar: "atlantis");
        Add("urgent", Priority("urgent"), 8);
        Add("too late", Priority("urgent"), 9);
        Add("usual", null, 0).BecomeDefault(s_now);

        var choice = await Book().ExplainAsync(Case(CasePriority.Urgent), s_now, default);
        choice.Level!.PolicyName.Should().Be("urgent");
        choice.Tried.Select(t => (t.Name, t.Verdict)).Should().Equal(
            ("retired", SlaPolicyVerdict.Retired), ("not yet", SlaPolicyVerdict.NotYetValid), ("over", SlaPolicyVerdict.Expired), ("empty", SlaPolicyVerdict.WithoutCondition),
            ("low", SlaPolicyVerdict.ConditionFails), ("old field", SlaPolicyVerdict.ConditionUnusable), ("no calendar", SlaPolicyVerdict.CalendarMissing), ("urgent", SlaPolicyVerdict.Chosen),
            ("too late", SlaPolicyVerdict.NotAsked), ("usual", SlaPolicyVerdict.NotAsked));
        choice.Tried[4].Conditions.Select(c => (c.Field, c.Holds)).Should().Equal(("priority", false), ("subject", true));
        (await Book().ChooseAsync(Case(CasePriority.Urgent), s_now, default))!.Key.Should().Be(choice.Level.Key);
    }

    [Fact]
    public async Task Choose_TheCalendarThatHolds_IsNamed()
    {
        Add("urgent", Priority("urgent"), 1, calendar: "rome");
        var rome = Calendar("rome");
        _source.Calendars.Add(rome);
        var longer = ServiceHours.Of(BusinessCalendar.AlwaysOpen(DateTimeZone.Utc));
        rome.ChangeHours(longer, s_now + Duration.FromDays(1), "ada", s_now);

        var before = (await Book().ChooseAsync(Case(CasePriority.Urgent), s_now, default))!;
        var after = (await Book().ChooseAsync(Case(CasePriority.Urgent), s_now + Duration.FromDays(1), default))!;
        (before.Key.CalendarVersionId, after.Key.CalendarVersionId).Should().Be((rome.Versions[0].Id, rome.Versions[1].Id));
        after.Terms.Calendar.Should().Be(longer.ToCalendar().Value);

        var found = await Book().FindAsync([before.Key, after.Key, before.Key with { Priority = CasePriority.Low }], default);
        found[before.Key].Terms.Should().Be(before.Terms);
        found[after.Key].Terms.Should().Be(after.Terms);
        found.Should().HaveCount(3);
    }

    private static ServiceCalendar Calendar(string key) =>
        new(ServiceCalendarId.New(s_now), key, key, ServiceHours.Of(BusinessHours.In("Europe/Rome").OnWeekdays("09:00-17:00").Build()), "ada", s_now - Duration.FromDays(30));

    private static Condition Priority(string priority) => new("priority", CriteriaOperators.Equal, priority);

    private static ServiceCase Case(CasePriority priority) =>
        new(ServiceCaseId.New(s_now), CaseNumber.From(1), new CaseDetails(CustomerId.New(s_now), "Fire in the kettle") { Priority = priority }, "Ada", s_now);

    private SlaPolicy Add(string name, Criterion? condition, int position, Instant? createdAt = null, string? calendar = null)
    {
        var at = createdAt ?? s_now - Duration.FromDays(10) + Duration.FromMinutes(_source.Policies.Count);
        var policy = new SlaPolicy(
            SlaPolicyId.New(s_now), new SlaPolicyDetails(name) { Condition = condition }, SlaPolicyTerms.ForAll(s_promise) with { CalendarKey = calendar }, position, "ada", at);
        _source.Policies.Add(policy);
        return policy;
    }

    private async Task<string?> ChosenAsync(CasePriority priority, Instant? now = null) => (await Book().ChooseAsync(Case(priority), now ?? s_now, default))?.PolicyName;

    private ServiceLevelBook Book() => new(_source, new SlaConditions(new CaseFieldCatalogue(new CaseStatusCatalog()), CrmErrorDescriber.Default), new ServiceLevelOptions());

    private sealed class StubSource : IServiceLevelSource
    {
        public List<SlaPolicy> Policies { get; } = [];

        public List<ServiceCalendar> Calendars { get; } = [];

        public bool IsTouched => true;

        public Task<ServiceLevelShelf> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(new ServiceLevelShelf(
            Policies.Select(SlaPolicyEntry.Of), Calendars.SelectMany(c => c.Versions.Select(v => new ServiceCalendarEntry(c.Key, v.Id, v.Number, v.ValidFrom))), isSettled: false));

        public Task<IReadOnlyDictionary<SlaPolicyVersionId, SlaPolicyContent>> TermsAsync(IReadOnlyCollection<SlaPolicyVersionId> versions, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<SlaPolicyVersionId, SlaPolicyContent>>(
                Policies.SelectMany(p => p.Versions.Where(v => versions.Contains(v.Id)).Select(v => (v.Id, new SlaPolicyContent(p.Id, v.Terms)))).ToDictionary(v => v.Id, v => v.Item2));

        public Task<IReadOnlyDictionary<ServiceCalendarVersionId, BusinessCalendar>> CalendarsAsync(
            IReadOnlyCollection<ServiceCalendarVersionId> versions, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<ServiceCalendarVersionId, BusinessCalendar>>(
                Calendars.SelectMany(c => c.Versions).Where(v => versions.Contains(v.Id)).ToDictionary(v => v.Id, v => v.Calendar));
    }
}
