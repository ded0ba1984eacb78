using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>One set-up per aggregate of Crm.Domain. A new aggregate is added here, with what its acts need.</summary>
internal static class AggregateSetups
{
    private static readonly Instant s_now = SampleArguments.Now;
    private static readonly LocalDate s_day = new(2026, 6, 1);
    private static readonly CustomerId s_customer = CustomerId.New(s_now);

    static AggregateSetups()
    {
        SampleArguments.Add(() => new PersonName("Ada", "Byron"));
        SampleArguments.Add(() => EmailAddress.Parse("ada@example.org"));
        SampleArguments.Add(() => PhoneNumber.Parse("+39 06 698 99999"));
        SampleArguments.Add(() => LanguageTag.Parse("it"));
        SampleArguments.Add(() => Currency.Eur);
        SampleArguments.Add(() => new Money(12.5m, Currency.Eur));
        SampleArguments.Add(() => new PostalAddress("Via Roma 1", null, "00184", "Roma", null, null));
        SampleArguments.Add(() => new ExternalReference("shop", "4711"));
        SampleArguments.Add(() => new SubjectReference(SubjectKinds.Case, Guid.Parse("01900000-0000-7000-8000-000000000002")));
        SampleArguments.Add(() => new KnowledgeContent("How to descale", "Use vinegar.", LanguageTag.Parse("en")));
    }

    public static IReadOnlyList<AggregateSetup> All { get; } =
    [
        Customer(() => new Person(CustomerId.New(s_now), new PersonName("Grace", "Hopper"), s_now)),
        Customer(() => new Organisation(CustomerId.New(s_now), "Analytical Engines", s_now)),
        AggregateSetup.Of(() => new Interaction(InteractionId.New(s_now), new ContactDetails(s_customer, Channels.Phone, Direction.Inbound, "A question"), "agent", s_now)),
        AggregateSetup.Of(() => new ServiceCase(ServiceCaseId.New(s_now), CaseNumber.From(1), new CaseDetails(s_customer, "Broken"), "Ada", s_now))
            .Before<ServiceCase>(nameof(ServiceCase.Prioritise), _ => [CasePriority.Urgent, s_now])
            .Before<ServiceCase>(nameof(ServiceCase.Close), c => c.Resolve("Repaired.", s_now))
            .Before<ServiceCase>(nameof(ServiceCase.Reopen), c => c.Resolve("Repaired.", s_now)),
        AggregateSetup.Of(() => new KnowledgeItem(KnowledgeItemId.New(s_now), new KnowledgeContent("Title", "Body", LanguageTag.Parse("en")), Audience.Internal, s_now))
            .Before<KnowledgeItem>(nameof(KnowledgeItem.ChangeAudience), _ => [Audience.Public, s_now])
            .Before<KnowledgeItem>(nameof(KnowledgeItem.Archive), i => i.Publish(s_now)),
        AggregateSetup.Of(() => new Order(
                OrderId.New(s_now), OrderNumber.From(1), s_customer, [new PricedLine("SKU-1", "Kettle", 2, new Money(30, Currency.Eur))], s_now, s_day))
            .Before<Order>(nameof(Order.CanReturn), _ => [1, 1m])
            .Before<Order>(nameof(Order.Return), _ => [1, 1m, s_now, s_day]),
        AggregateSetup.Of(() => new Product(ProductId.New(s_now), "SKU-1", "Kettle", new Money(30, Currency.Eur), s_now)),
    ];

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
        .Before<T>(nameof(Domain.Customers.Customer.PrimaryContactPoint), _ => [ContactPointKind.Email]);
}
