using Crm.Analytics.Lifetime;
using Crm.Analytics.Purchases;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Lifetime;

public sealed class RecencyFrequencyTableTests
{
    [Fact]
    public void From_Summaries_GroupsEqualHistoriesAndLeavesOutReturnsOnly()
    {
        var table = RecencyFrequencyTable.From(
            Summarise(Row(1, 0, 5), Row(1, 7, 5), Row(2, 0, -5), Row(3, 0, 5), Row(3, 7, 9), Row(4, 0, 1), Row(4, 14, 0)), TimeUnit.Week);

        table.Histories.ToArray().Should().Equal(new RecencyFrequency(1, 1, 2), new RecencyFrequency(1, 2, 2));
        table.Weights.ToArray().Should().Equal(2, 1);
        table.HistoryOf.ToArray().Should().Equal(0, -1, 0, 1);
        (table.Customers, table.LeftOut).Should().Be((3, 1));
        table.Map(history => history.Recency).Should().Equal(1, double.NaN, 1, 2);
    }

    [Fact]
    public void From_Rows_OrdersThemAndAddsWeights()
    {
        var table = RecencyFrequencyTable.From([new(2, 1, 3), new(0, 0, 3), new(2, 1, 3)], [0.5, 2, 4]);

        table.Histories.ToArray().Should().Equal(new RecencyFrequency(0, 0, 3), new RecencyFrequency(2, 1, 3));
        table.Weights.ToArray().Should().Equal(2, 4.5);
    }

    [Fact]
    public void From_ImpossibleRowsOrWeights_IsRefused()
    {
        ((Action)(() => RecencyFrequencyTable.From([new(1, 5, 4)]))).Should().Throw<ArgumentException>();
        ((Action)(() => RecencyFrequencyTable.From([new(-1, 0, 4)]))).Should().Throw<ArgumentException>();
        ((Action)(() => RecencyFrequencyTable.From([new(1, 2, 4)], [-1]))).Should().Throw<ArgumentException>();
        ((Action)(() => RecencyFrequencyTable.From([new(1, 2, 4)], [1, 2]))).Should().Throw<ArgumentException>();
    }
}
