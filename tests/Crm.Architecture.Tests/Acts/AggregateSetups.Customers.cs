using Crm.Domain.CustomFields;
using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of customers, their privacy, fields and insights.</summary>
internal static partial class AggregateSetups
{
    private static IReadOnlyList<AggregateSetup> Customers =>
    [
        Customer(() => new Person(CustomerId.New(s_now), new PersonName("Grace", "Hopper"), s_now))
            .Before<Person>(nameof(Person.Join), _ => [new MembershipDetails(s_customer, "Buyer"), s_now])
            .Before<Person>(nameof(Person.DescribeMembership), p => [Member(p, 1), "Buyer", "Purchasing", s_now])
            .Before<Person>(nameof(Person.MakeMembershipPrimary), p => [Member(p, 2), s_now])
            .Before<Person>(nameof(Person.EndMembership), p => [Member(p, 1), s_day, s_now])
            .Before<Person>(nameof(Person.RemoveMembership), p => [Member(p, 1), s_now]),
        Customer(() => new Organisation(CustomerId.New(s_now), "Analytical Engines", s_now)),
        AggregateSetup.Of(() => new Onboarding(OnboardingId.New(s_now), s_customer, new OnboardingTemplate("Welcome", [new("Call", 1), new("Visit", 2), new("Review", 30)]), s_day, s_now))
            .Before<Onboarding>(nameof(Onboarding.Reschedule), _ => [3, new LocalDate(2027, 1, 1), s_now])
            .Before<Onboarding>(nameof(Onboarding.Reopen), o => o.Complete(3, "ada", null, s_now)),
        AggregateSetup.Of(() => new PrivacyMeasure(
            PrivacyMeasureId.New(s_now), s_customer, PrivacyMeasureKind.LegalHold, "Lawsuit", null, Domain.Access.Actor.Agent("ada"), s_now)),
        AggregateSetup.Of(() => new ConsentEntry(
            ConsentEntryId.New(s_now), new ConsentDetails(s_customer, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form"), Domain.Access.Actor.Agent("ada"), s_now)),
        AggregateSetup.Of(() => new CustomFieldDefinition(CustomFieldId.New(s_now), SubjectKinds.Customer, "nickname", FieldType.Text, new CustomFieldDetails(), s_now))
            .Before<CustomFieldDefinition>(nameof(CustomFieldDefinition.Restore), d => d.Archive(s_now)),
        AggregateSetup.Of(() => new DuplicatePair(DuplicatePairId.New(s_now), s_customer, CustomerId.New(s_now), .9, DuplicateTiers.Review, [new(DuplicateFields.Email, DuplicateLevels.Exact, 19)], s_now))
            .Before<DuplicatePair>(nameof(DuplicatePair.Reopen), p => p.Dismiss("ada", s_now)),
        AggregateSetup.Of(() => new DuplicateScan(DuplicateScanId.New(s_now), s_now))
            .Before<DuplicateScan>(nameof(DuplicateScan.Advance), _ => [s_customer, 200, 1_000, 3, s_now]),
        AggregateSetup.Of(() => new InsightRun(
            InsightRunId.New(s_now), s_day, Currency.Eur, new InsightData(10, 0, 3, s_day, s_day),
            new InsightBasis(new InsightSettings
            {
                HorizonDays = 365, DiscountRate = 0.1, Margin = 1, Confidence = 0.9, NextPurchaseLevel = 0.8, OverdueIntervals = 1, ChurnThreshold = 0.5, Bands = 5, Ties = "Threshold",
            }),
            null,
            s_now)),
    ];

    private static MembershipId Member(Person person, int memberships)
    {
        foreach (var _ in Enumerable.Range(0, memberships))
        {
            person.Join(new MembershipDetails(CustomerId.New(s_now), "Seller"), s_now);
        }

        return person.Memberships[^1].Id;
    }

    private static CustomerAddressId Address(Customer customer, int addresses)
    {
        foreach (var number in Enumerable.Range(1, addresses))
        {
            customer.AddAddress(AddressKind.Main, new PostalAddress($"Via Roma {number}", null, null, "Roma", null, null), s_now);
        }

        return customer.Addresses[^1].Id;
    }

    private static AggregateSetup Customer<T>(Func<T> build)
        where T : Customer => AggregateSetup.Of(build)
        .Before<T>(nameof(Domain.Customers.Customer.SetAddress), _ => null)
        .Before<T>(nameof(Domain.Customers.Customer.MakeContactPointPrimary), customer =>
        {
            customer.AddEmail(EmailAddress.Parse("first@example.org"), s_now);
            customer.AddEmail(EmailAddress.Parse("second@example.org"), s_now);
            return [customer.ContactPoints[1].Id, s_now];
        })
        .Before<T>(nameof(Domain.Customers.Customer.RemoveContactPoint), customer =>
        {
            customer.AddEmail(EmailAddress.Parse("first@example.org"), s_now);
            return [customer.ContactPoints[0].Id, s_now];
        })
        .Before<T>(nameof(Domain.Customers.Customer.AddPhone), _ => [PhoneNumber.Parse("+39 06 698 99999"), s_now, ContactPointKind.Phone])
        .Before<T>(nameof(Domain.Customers.Customer.CanAddPhone), _ => [PhoneNumber.Parse("+39 06 698 99999"), ContactPointKind.Phone])
        .Before<T>(nameof(Domain.Customers.Customer.PrimaryContactPoint), _ => [ContactPointKind.Email])
        .Before<T>(nameof(Domain.Customers.Customer.DescribeContactPoint), c => [Email(c), ContactUse.Work, "assistant", s_now])
        .Before<T>(nameof(Domain.Customers.Customer.MarkContactPointInvalid), c => [Email(c), "bounced", s_now])
        .Before<T>(nameof(Domain.Customers.Customer.MarkContactPointValid), c =>
        {
            var id = Email(c);
            c.MarkContactPointInvalid(id, "bounced", s_now);
            return [id, s_now];
        })
        .Before<T>(nameof(Domain.Customers.Customer.OptOutContactPoint), c => [Email(c), s_now])
        .Before<T>(nameof(Domain.Customers.Customer.OptInContactPoint), c =>
        {
            var id = Email(c);
            c.OptOutContactPoint(id, s_now);
            return [id, s_now];
        })
        .Before<T>(nameof(Domain.Customers.Customer.ReplaceEmail), c => [Email(c), EmailAddress.Parse("second@example.org"), s_now])
        .Before<T>(nameof(Domain.Customers.Customer.ReplacePhone), c =>
        {
            c.AddPhone(PhoneNumber.Parse("+39 06 698 99999"), s_now);
            return [c.ContactPoints[^1].Id, PhoneNumber.Parse("+39 06 698 99990"), s_now];
        })
        .Before<T>(nameof(Domain.Customers.Customer.MakeAddressPrimary), c => [Address(c, 2), s_now])
        .Before<T>(nameof(Domain.Customers.Customer.RemoveAddress), c => [Address(c, 1), s_now])
        .Before<T>(nameof(Domain.Customers.Customer.MoveTo), _ => [LifecycleStage.Active, "bought", "ada", s_now])
        .Before<T>(nameof(Domain.Customers.Customer.RemoveReference), c => c.AddReference(new ExternalReference("shop", "4711"), s_now))
        .Before<T>(nameof(Domain.Customers.Customer.RemoveTag), c => c.AddTag("sample", s_now))
        .Before<T>(nameof(Domain.Customers.Customer.ClearCustomField), c => c.SetCustomField(s_field, CustomValue.OfNumber(7), s_now))
        .Before<T>(nameof(Domain.Customers.Customer.ForgetPreference), c => c.Prefer("sample", "value", null, s_now));
}
