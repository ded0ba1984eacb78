using Crm.Analytics.Purchases;
using Crm.Analytics.Segmentation;
using NodaTime;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Segmentation;

public sealed class RfmTests
{
    /// <summary>Ten customers, the i-th with i orders on the first i days, each of 10 − i.</summary>
    private static CustomerSummaries Ladder => CustomerSummaries.From(PurchaseLog.From(
        from customer in Enumerable.Range(1, 10)
        from order in Enumerable.Range(1, customer)
        select Row(customer, order, 10 - customer, $"{customer}-{order}")));

    [Fact]
    [Trait("Check", "AN-03")]
    public void Score_TenCustomers_PutsTwoInEachQuintile()
    {
        var table = Rfm.Score(Ladder);

        table.RecencyDays.ToArray().Should().Equal(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
        table.Scores.ToArray().Select(score => (int)score.Frequency).Should().Equal(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        table.Scores.ToArray().Select(score => (int)score.Recency).Should().Equal(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        table.Cells.Values.Sum().Should().Be(10);
        table.SegmentOf(9).Should().Be("Champions");
    }

    [Fact]
    public void Score_AllTiedByRank_FillsTheBandsInKeyOrder()
    {
        var table = Rfm.Score(Summarise(Row(3, 0, 5), Row(1, 0, 5), Row(2, 0, 5), Row(5, 0, 5), Row(4, 0, 5)));

        table.Scores.ToArray().Select(score => score.Cell).Should().Equal("111", "222", "333", "444", "555");
    }

    [Fact]
    public void Score_AllTiedByThreshold_ScoresAllTheSame()
    {
        var table = Rfm.Score(Summarise(Row(3, 0, 5), Row(1, 0, 5), Row(2, 0, 5)), new RfmOptions { Ties = RfmTieRule.Threshold });

        table.Cells.Should().BeEquivalentTo(new Dictionary<string, int> { ["111"] = 3 });
    }

    [Fact]
    public void Score_ByThreshold_GivesEqualValuesEqualScores()
    {
        // Quartile edges of the revenues 1 1 1 4 9 are 1, 1 and 4.
        var table = Rfm.Score(
            Summarise(Row(1, 0, 1), Row(2, 0, 1), Row(3, 0, 1), Row(4, 0, 4), Row(5, 0, 9)),
            new RfmOptions { Ties = RfmTieRule.Threshold, Bands = 4 });

        table.Scores.ToArray().Select(score => (int)score.Monetary).Should().Equal(1, 1, 1, 3, 4);
        table.SegmentMap.Should().BeNull();
        table.SegmentOf(0).Should().BeNull();
    }

    [Fact]
    [Trait("Check", "AN-03")]
    public void Score_FixedBins_AreRightClosedAndUnboundedAtTheEnds()
    {
        var options = new RfmOptions { Bands = 3, Ties = RfmTieRule.FixedBins, Bins = new([2, 5], [1, 4], [6m, 16.5m]) };

        var table = Rfm.Score(Ladder, options);

        table.Scores.ToArray().Select(score => (int)score.Recency).Should().Equal(1, 1, 1, 1, 2, 2, 2, 3, 3, 3);
        table.Scores.ToArray().Select(score => (int)score.Frequency).Should().Equal(1, 2, 2, 2, 3, 3, 3, 3, 3, 3);
        // Revenues 9 16 21 24 25 24 21 16 9 0.
        table.Scores.ToArray().Select(score => (int)score.Monetary).Should().Equal(2, 2, 3, 3, 3, 3, 3, 2, 2, 1);
    }

    [Fact]
    public void Score_BadBins_AreRefused()
    {
        var fixedBins = new RfmOptions { Bands = 3, Ties = RfmTieRule.FixedBins };
        Refused(fixedBins);
        Refused(fixedBins with { Bins = new([5, 2], [1, 4], [6, 16]) });
        Refused(fixedBins with { Bins = new([2, 5, 9], [1, 4], [6, 16]) });
        Refused(new RfmOptions { Bands = 1 });
        Refused(new RfmOptions { Ties = (RfmTieRule)9 });

        static void Refused(RfmOptions options) => ((Action)(() => Rfm.Score(Ladder, options))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Score_CustomerWithNothingButReturns_IsNotScored()
    {
        var table = Rfm.Score(Summarise(Row(1, 0, -5), Row(2, 0, 5)));

        (table.Scored, table.Unscored).Should().Be((1, 1));
        table.Scores[0].IsScored.Should().BeFalse();
        table.RecencyDays[0].Should().Be(-1);
        table.SegmentOf(0).Should().BeNull();
    }

    [Fact]
    public void Score_NoCustomers_IsEmpty() => Rfm.Score(CustomerSummaries.From(PurchaseLog.From([]))).Cells.Should().BeEmpty();

    [Fact]
    public void DefaultSegments_EveryCell_HasAName()
    {
        var names =
            from r in Enumerable.Range(1, 5)
            from f in Enumerable.Range(1, 5)
            from m in Enumerable.Range(1, 5)
            select RfmSegmentMap.Default.NameOf(new RfmScore((byte)r, (byte)f, (byte)m));

        names.Should().NotContain(RfmSegmentMap.Default.Otherwise);
        RfmSegmentMap.Default.NameOf(new RfmScore(1, 5, 5)).Should().Be("Cannot lose");
    }

    [Fact]
    public void Segments_OwnMap_CountsInItsOrder()
    {
        var map = new RfmSegmentMap([new("Recent", 4, 5, 1, 5), new("Rest", 1, 2, 1, 5)], "Middle");

        Rfm.Score(Ladder, new RfmOptions { Segments = map }).Segments.Should().Equal(
            KeyValuePair.Create("Recent", 4), KeyValuePair.Create("Rest", 4), KeyValuePair.Create("Middle", 2));
    }

    [SkippableFact]
    [Trait("Check", "AN-03")]
    public void Score_OnlineRetail_EqualsTheReferenceTable()
    {
        var log = OnlineRetail.Log();

        var table = Rfm.Score(CustomerSummaries.From(log, new SummaryOptions { AsOf = new LocalDate(2011, 12, 10) }));

        (log.RowCount, log.CustomerCount, log.Orders.Count, log.Products.Count).Should().Be((397_884, 4_338, 18_532, 3_665));
        log.TotalAmount.Should().Be(89_114_079_040);
        (table.Cells["555"], table.Cells["111"]).Should().Be((348, 185));
        var reference = TestData.Lines("online_retail_rfm.csv").Skip(1).Select(line => line.Split(',')).ToArray();
        table.RecencyDays.ToArray().Sum().Should().Be(reference.Sum(cells => (int)TestData.Number(cells[1])));
        for (var i = 0; i < reference.Length; i++)
        {
            table.Customers[i].AsInt64().Should().Be((long)TestData.Number(reference[i][0]));
            table.RecencyDays[i].Should().Be((int)TestData.Number(reference[i][1]));
            table.Orders[i].Should().Be((int)TestData.Number(reference[i][2]));
            (table.Revenues[i] / 1e4).Should().BeApproximately(TestData.Number(reference[i][3]), 0.00501, "the table has two decimals");
            table.Scores[i].Cell.Should().Be(reference[i][4] + reference[i][5] + reference[i][6]);
        }
    }
}
