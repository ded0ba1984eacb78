using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Tests.Primitives;

public class SubjectTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);

    [Fact]
    public void ToSubject_OfEveryIdOfASubject_NamesKindAndRecord()
    {
        var (customer, @case, order, interaction, item) =
            (CustomerId.New(s_now), ServiceCaseId.New(s_now), OrderId.New(s_now), InteractionId.New(s_now), KnowledgeItemId.New(s_now));

        customer.ToSubject().Should().Be(new SubjectReference("customer", customer.Value));
        @case.ToSubject().Should().Be(new SubjectReference("case", @case.Value));
        order.ToSubject().Should().Be(new SubjectReference("order", order.Value));
        interaction.ToSubject().Should().Be(new SubjectReference("interaction", interaction.Value));
        item.ToSubject().Should().Be(new SubjectReference("knowledge-item", item.Value));
    }
}
