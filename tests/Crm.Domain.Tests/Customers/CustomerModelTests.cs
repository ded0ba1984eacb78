using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Customers;

public class CustomerModelTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 1, 1, 0, 0);
    private readonly Person _person = new(CustomerId.New(s_now), new PersonName("Ada", "Byron"), s_now);

    [Fact]
    [Trait("Check", "CM-01")]
    public void Person_New_IsACustomerWithoutAnyOrganisation()
    {
        _person.Kind.Should().Be(CustomerKind.Person);
        _person.Memberships.Should().BeEmpty();
        _person.PrimaryMembership.Should().BeNull();
        new Organisation(CustomerId.New(s_now), "Engines", s_now).Kind.Should().Be(CustomerKind.Organisation);
    }

    [Fact]
    [Trait("Check", "CM-02")]
    public void EndMembership_OfThePrimary_HandsOverToTheOneRecordedFirst()
    {
        var ids = Enumerable.Range(0, 3).Select(_ => CustomerId.New(s_now)).ToList();
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            _person.Join(new MembershipDetails(id, "Buyer"), s_now + Duration.FromDays(i));
        }

        _person.MakeMembershipPrimary(_person.Memberships[2].Id, s_now);
        _person.EndMembership(_person.Memberships[2].Id, new LocalDate(2026, 3, 1), s_now);
        _person.PrimaryMembership!.OrganisationId.Should().Be(ids[0]);
        _person.EndMembership(_person.Memberships[0].Id, null, s_now);
        _person.EndMembership(_person.Memberships[1].Id, null, s_now);
        _person.PrimaryMembership.Should().BeNull();
        _person.CanJoin(ids[0]).IsPermitted.Should().BeTrue("a former member can come back");
    }

    [Fact]
    [Trait("Check", "CM-02")]
    public void EndMembership_BeforeItBegan_IsRefused()
    {
        _person.Join(new MembershipDetails(CustomerId.New(s_now), Since: new LocalDate(2026, 2, 1)), s_now);
        _person.CanEndMembership(_person.Memberships[0].Id, new LocalDate(2026, 1, 31)).Code.Should().Be("MembershipEndsBeforeItBegins");
        _person.CanEndMembership(_person.Memberships[0].Id, new LocalDate(2026, 2, 1)).IsPermitted.Should().BeTrue();
    }

    [Fact]
    [Trait("Check", "CM-04")]
    public void MarkContactPointInvalid_OfThePrimary_HandsOverToAValidOne()
    {
        _person.AddEmail(EmailAddress.Parse("first@example.org"), s_now);
        _person.AddEmail(EmailAddress.Parse("second@example.org"), s_now);
        var (first, second) = (_person.ContactPoints[0], _person.ContactPoints[1]);
        _person.MarkContactPointInvalid(first.Id, "550 unknown user", s_now);
        second.IsPrimary.Should().BeTrue();
        _person.CanMakeContactPointPrimary(first.Id).Code.Should().Be("ContactPointInvalid");
        _person.RemoveContactPoint(second.Id, s_now);
        first.IsPrimary.Should().BeTrue("an invalid address is primary when there is no other");
        _person.ReplaceEmail(first.Id, EmailAddress.Parse("third@example.org"), s_now);
        (first.IsInvalid, first.InvalidReason, first.Value).Should().Be((false, null, "third@example.org"));
    }

    [Fact]
    [Trait("Check", "CM-04")]
    public void OptOutContactPoint_OneAddress_LeavesTheOthers()
    {
        _person.AddEmail(EmailAddress.Parse("first@example.org"), s_now);
        _person.AddEmail(EmailAddress.Parse("second@example.org"), s_now);
        _person.OptOutContactPoint(_person.ContactPoints[0].Id, s_now);
        _person.ContactPoints.Select(p => p.IsOptedOut).Should().Equal(true, false);
        _person.CanOptOutContactPoint(_person.ContactPoints[0].Id).Code.Should().Be("ContactPointAlreadyOptedOut");
        _person.DescribeContactPoint(_person.ContactPoints[1].Id, ContactUse.Work, "assistant", s_now);
        (_person.ContactPoints[1].Use, _person.ContactPoints[1].Label).Should().Be((ContactUse.Work, "assistant"));
    }

    [Fact]
    [Trait("Check", "CM-14")]
    public void Lifecycle_ThroughTheWholeStory_KeepsDatesReasonsAndActors()
    {
        LifecycleStage[] story = [LifecycleStage.Active, LifecycleStage.AtRisk, LifecycleStage.Lost, LifecycleStage.WonBack];
        foreach (var (stage, i) in story.Select((s, i) => (s, i + 1)))
        {
            _person.MoveTo(stage, $"because {i}", "ada", s_now + Duration.FromDays(i));
        }

        _person.Lifecycle.Select(c => (c.From, c.To, c.Reason, c.ActorId)).Should().Equal(
            (LifecycleStage.Prospect, LifecycleStage.Active, "because 1", "ada"),
            (LifecycleStage.Active, LifecycleStage.AtRisk, "because 2", "ada"),
            (LifecycleStage.AtRisk, LifecycleStage.Lost, "because 3", "ada"),
            (LifecycleStage.Lost, LifecycleStage.WonBack, "because 4", "ada"));
        _person.StageAsOf(s_now + Duration.FromDays(2.5)).Should().Be(LifecycleStage.AtRisk);
        _person.CanMoveTo(LifecycleStage.Prospect).Code.Should().Be("LifecycleTransitionNotAllowed");
    }

    [Fact]
    public void Tag_InAnyNotation_IsTheSameTag()
    {
        _person.AddTag("  Key   Account ", s_now);
        _person.Tags.Single().Name.Should().Be("key account");
        _person.CanAddTag("KEY ACCOUNT").Code.Should().Be("TagAlreadyPresent");
        _person.RemoveTag("Key account", s_now);
        _person.Tags.Should().BeEmpty();
    }

    [Fact]
    public void Prefer_TheSameKeyAgain_KeepsTheLastValueWithSourceAndTime()
    {
        _person.Prefer("Delivery", "morning", "call", s_now);
        _person.Prefer("delivery", "evening", "portal", s_now + Duration.FromDays(1));
        var preference = _person.Preferences.Single();
        (preference.Key, preference.Value, preference.Source, preference.SetAt).Should().Be(("delivery", "evening", "portal", s_now + Duration.FromDays(1)));
        _person.ForgetPreference("DELIVERY", s_now);
        _person.Preference("delivery").Should().BeNull();
    }

    [Fact]
    public void Onboarding_FromTemplate_HasDueDaysAndProgress()
    {
        var template = new OnboardingTemplate("Welcome", [new("Welcome call", 1), new("First delivery", 7), new("Review", 30)]);
        var onboarding = new Onboarding(OnboardingId.New(s_now), _person.Id, template, new LocalDate(2026, 1, 1), s_now);
        onboarding.Steps.Select(s => s.DueOn).Should().Equal(new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 8), new LocalDate(2026, 1, 31));
        onboarding.Complete(1, "ada", "reached at once", s_now);
        onboarding.ProgressOn(new LocalDate(2026, 1, 9)).Should().Be(new OnboardingProgress(3, 1, 0, 1, new LocalDate(2026, 1, 8)));
        onboarding.CanSettle(1).Code.Should().Be("OnboardingStepSettled");
        onboarding.CanSettle(4).Code.Should().Be("OnboardingStepNotFound");
        onboarding.Skip(2, "ada", "collected in the shop", s_now);
        onboarding.Complete(3, "bob", null, s_now + Duration.FromDays(3));
        onboarding.CompletedAt.Should().Be(s_now + Duration.FromDays(3));
        onboarding.ProgressOn(new LocalDate(2026, 1, 9)).Ratio.Should().Be(1);
        onboarding.Steps[1].SettledBy.Should().Be("ada");
        onboarding.Reopen(3, s_now);
        onboarding.CompletedAt.Should().BeNull();
    }
}
