using Crm.Analytics.Purchases;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Crm.Analytics.Tests.Purchases.LogSamples;

namespace Crm.Analytics.Tests.Purchases;

public sealed class PurchaseLogTests
{
    [Fact]
    public void From_UnorderedRows_OrdersByCustomerThenDayThenSource()
    {
        var log = PurchaseLog.From([Row(7, 2, 1), Row(-3, 5, 2), Row(7, 1, 3), Row(7, 1, 4), Row(-3, 0, -5)]);

        log.Customers.Should().Equal(-3, 7);
        log.RowStarts.ToArray().Should().Equal(0, 2, 5);
        log.Amounts.ToArray().Should().Equal(-50_000, 20_000, 30_000, 40_000, 10_000);
        log.Days.ToArray().Select(day => day - DayNumber.FromDate(Start)).Should().Equal(0, 5, 1, 1, 2);
        log.ReturnRowCount.Should().Be(1);
        log.TotalAmount.Should().Be(50_000);
        log.Window.Should().Be(new ObservationWindow(Start, Start.PlusDays(5)));
        log.Customers.Find(7).Should().Be(1);
        log.Customers.Find(8).Should().Be(-1);
        log.Customers.Find("7").Should().Be(-1);
    }

    [Fact]
    public void From_NoRows_IsEmpty()
    {
        var log = PurchaseLog.From([]);

        log.CustomerCount.Should().Be(0);
        log.Window.Should().BeNull();
        log.ObservedThrough.Should().BeNull();
        CustomerSummaries.From(log).Total().Should().Be(default(SummaryTotals));
    }

    [Fact]
    public void From_AllColumns_KeepsThemWithTheirRow()
    {
        var log = PurchaseLog.From(
        [
            new("b", Start, 10m, 2, "P2", 100, 4m),
            new("a", Start, 5m),
            new("b", Start.PlusDays(-1), 1.5m, 1, "P1", default, 0.25m),
        ]);

        log.Customers.Should().Equal("a", "b");
        log.Products.Should().Equal("P1", "P2");
        log.Orders.Should().Equal(100);
        log.Amounts.ToArray().Should().Equal(50_000, 15_000, 100_000);
        log.Quantities.ToArray().Should().Equal(10_000, 10_000, 20_000);
        log.ProductPositions.ToArray().Should().Equal(-1, 0, 1);
        log.OrderPositions.ToArray().Should().Equal(-1, -1, 0);
        log.Costs.ToArray().Should().Equal(0, 2_500, 40_000);
        log.RowsOf(1).Should().Be(1..3);
    }

    [Fact]
    public void From_RowsWithoutCustomer_AreLeftOutAndCounted()
    {
        var log = PurchaseLog.From([Row(default, 0, 1), Row(4, 0, 2), Row(default, 1, 3), Row(2, 9, 4)]);

        (log.CustomerCount, log.RowCount, log.RowsWithoutCustomer).Should().Be((2, 2, 2));
        log.TotalAmount.Should().Be(60_000);
    }

    [Fact]
    public void From_GuidKeys_OrdersByGuid()
    {
        var (first, second) = (Guid.Parse("00000000-0000-7000-8000-000000000001"), Guid.Parse("10000000-0000-7000-8000-000000000001"));
        PurchaseLog.From([Row(second, 0, 1), Row(first, 0, 1), Row(second, 3, 1)]).Customers.Should().Equal(first, second);
    }

    [Fact]
    public void Add_KeyOfOtherKind_IsRefusedAndNothingIsAdded()
    {
        var builder = new PurchaseLogBuilder();
        builder.Add(Row(1, 0, 1));

        builder.Invoking(b => b.Add(Row("1", 0, 1))).Should().Throw<ArgumentException>().WithMessage("Customer keys*");
        builder.Build().RowCount.Should().Be(1);
    }

    [Theory]
    [InlineData("0.00001")]
    [InlineData("1000000000000000")]
    public void Add_AmountThatIsNoCountOfTenThousandths_IsRefused(string amount) =>
        new PurchaseLogBuilder().Invoking(b => b.Add(Row(1, 0, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))))
            .Should().Throw<ArgumentException>();

    [Fact]
    public void Add_TrailingZeros_AreExact() =>
        PurchaseLog.From([Row(1, 0, 1.2345000000m), Row(1, 0, -922337203685477.5807m)]).TotalAmount
            .Should().Be(12_345 - 9_223_372_036_854_775_807L);

    [Fact]
    public void From_ColumnsOfDifferentLength_IsRefused()
    {
        var columns = new PurchaseColumns { Customers = PurchaseKeyColumn.From(new long[] { 1, 2 }), Days = new[] { 1 }, Amounts = new long[] { 1, 2 } };
        columns.Invoking(c => PurchaseLog.From(c)).Should().Throw<ArgumentException>().WithMessage("Days*");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void From_DaysOfAllYearsAndManyCustomers_OrdersThem(int degree)
    {
        var (first, last) = (DayNumber.FromDate(LocalDate.MinIsoValue), DayNumber.FromDate(LocalDate.MaxIsoValue));
        const int Customers = 5_000;
        var keys = Enumerable.Range(0, 3 * Customers).Select(i => (long)(i * 7_919 % Customers)).ToArray();
        var days = keys.Select((_, i) => i < Customers ? last : i < 2 * Customers ? first : i).ToArray();
        var log = PurchaseLog.From(
            new PurchaseColumns { Customers = PurchaseKeyColumn.From(keys), Days = days, Amounts = keys.Select((key, i) => (10 * key) + (i / Customers)).ToArray() }, degree);

        log.CustomerCount.Should().Be(Customers);
        for (var customer = 0; customer < Customers; customer++)
        {
            var rows = log.RowsOf(customer);
            log.Amounts[rows].ToArray().Should().Equal((10L * customer) + 1, (10L * customer) + 2, 10L * customer);
            (log.Days[rows][0], log.Days[rows][2]).Should().Be((first, last));
        }
    }

    [Fact]
    public void From_DayOutsideTheCalendar_IsRefusedWithItsRow()
    {
        var columns = new PurchaseColumns { Customers = PurchaseKeyColumn.From(new long[] { 1, 2 }), Days = new[] { 0, int.MaxValue }, Amounts = new long[] { 1, 1 } };
        columns.Invoking(c => PurchaseLog.From(c)).Should().Throw<ArgumentException>().WithMessage("Day 2147483647 of row 1*");
    }

    [Fact]
    public void From_DegreeBelowOne_IsRefused() =>
        ((Func<PurchaseLog>)(() => PurchaseLog.From([], 0))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public async Task FromAsync_SameRows_GivesTheSameLog()
    {
        PurchaseRow[] rows = [Row(7, 2, 1), Row(-3, 5, 2), Row(7, 1, 3)];
        Describe(await PurchaseLog.FromAsync(rows.ToAsyncEnumerable())).Should().BeEquivalentTo(Describe(PurchaseLog.From(rows)), o => o.WithStrictOrdering());
    }

    [Fact]
    public void From_AnyRows_EqualsSortingThem() =>
        Prop.ForAll(Rows, rows =>
        {
            var log = PurchaseLog.From(rows);
            var expected = rows.OrderBy(row => row.Customer).ThenBy(row => row.Day).ToArray();
            log.Amounts.ToArray().Should().Equal(expected.Select(row => (long)(row.Amount * 10_000)));
            log.Days.ToArray().Should().Equal(expected.Select(row => DayNumber.FromDate(row.Day)));
            log.Customers.Should().Equal(rows.Select(row => row.Customer).Distinct().Order());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void From_ManyRows_IsTheSameAtAnyDegree(int degree)
    {
        // Enough rows for several slices and partitions; far-apart days and a dominant customer included.
        var random = new System.Random(5);
        const int rows = 500_000;
        var (keys, days, amounts) = (new long[rows], new int[rows], new long[rows]);
        for (var i = 0; i < rows; i++)
        {
            keys[i] = random.Next(4) == 0 ? 42 : random.NextInt64(30_000) << 40;
            days[i] = random.Next(1000) == 0 ? random.Next(-700_000, 2_000_000) : random.Next(20_000);
            amounts[i] = i;
        }

        var columns = new PurchaseColumns { Customers = PurchaseKeyColumn.From(keys), Days = days, Amounts = amounts };
        var log = PurchaseLog.From(columns, degree);

        var expected = Enumerable.Range(0, rows).OrderBy(i => keys[i]).ThenBy(i => days[i]).ToArray();
        log.Amounts.SequenceEqual(expected.Select(i => amounts[i]).ToArray()).Should().BeTrue();
        log.Days.SequenceEqual(expected.Select(i => days[i]).ToArray()).Should().BeTrue();
        log.Customers.Select(key => key.AsInt64()).Should().Equal(keys.Distinct().Order());
    }

    [Fact]
    public void IsReturn_ZeroAmountWithNegativeQuantity_IsOne()
    {
        var log = PurchaseLog.From([new(1, Start, 0m, -1), new(1, Start, 0m, 1)]);
        (log.IsReturn(0), log.IsReturn(1), log.ReturnRowCount).Should().Be((true, false, 1));
    }
}
