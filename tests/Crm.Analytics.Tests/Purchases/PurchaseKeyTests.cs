using Crm.Analytics.Purchases;

namespace Crm.Analytics.Tests.Purchases;

public sealed class PurchaseKeyTests
{
    [Fact]
    public void From_EachKind_IsReadBack()
    {
        var guid = Guid.Parse("0190a6a0-0000-7000-8000-000000000001");
        ((PurchaseKey)long.MinValue).AsInt64().Should().Be(long.MinValue);
        ((PurchaseKey)"A-1").AsText().Should().Be("A-1");
        ((PurchaseKey)guid).AsGuid().Should().Be(guid);
        ((PurchaseKey)(-5)).ToString().Should().Be("-5");
    }

    [Fact]
    public void From_EmptyValues_IsNoKey()
    {
        ((PurchaseKey)"").Should().Be(default(PurchaseKey));
        ((PurchaseKey)(string?)null).Kind.Should().Be(PurchaseKeyKind.None);
        ((PurchaseKey)Guid.Empty).Kind.Should().Be(PurchaseKeyKind.None);
        ((PurchaseKey)0).Kind.Should().Be(PurchaseKeyKind.Int64);
    }

    [Fact]
    public void Equals_SameTextOtherKind_IsFalse() => ((PurchaseKey)1 == (PurchaseKey)"1").Should().BeFalse();

    [Fact]
    public void CompareTo_MixedKinds_OrdersByKindThenValue()
    {
        PurchaseKey[] keys = ["b", 2, default, "B", -1];
        keys.Order().Should().Equal(default(PurchaseKey), -1, 2, "B", "b");
    }

    [Fact]
    public void AsText_OfNumber_IsRefused() =>
        ((PurchaseKey)1).Invoking(key => key.AsText()).Should().Throw<InvalidOperationException>();
}
