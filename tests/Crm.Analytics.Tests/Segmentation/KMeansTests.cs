using Crm.Analytics.Purchases;
using Crm.Analytics.Segmentation;
using Crm.Analytics.Tests.Purchases;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Analytics.Tests.Segmentation;

public sealed class KMeansTests
{
    private static Feature[] Iris(FeatureScale scale = FeatureScale.None)
    {
        var rows = TestData.Lines("iris.csv").Skip(1).Select(line => line.Split(',')).ToArray();
        return [.. Enumerable.Range(0, 4).Select(i => new Feature($"column {i}", [.. rows.Select(row => TestData.Number(row[i]))], scale))];
    }

    // The best sums of squares of R's kmeans, Hartigan and Wong with many starts.
    [SkippableTheory]
    [InlineData(2, 152.347952)]
    [InlineData(3, 78.851441)]
    [InlineData(4, 57.228473)]
    [InlineData(5, 46.446182)]
    public void Fit_Iris_FindsTheBestSumOfSquares(int clusters, double squares)
    {
        var fit = KMeans.Fit(Iris(), new KMeansOptions { Clusters = clusters, Restarts = 100 });

        fit.WithinSquares.Should().BeApproximately(squares, 5e-7);
        fit.Converged.Should().BeTrue();
        fit.TotalSquares.Should().BeApproximately(681.3706, 5e-5);
        fit.Profiles.Select(profile => profile.Size).Should().BeInDescendingOrder();
        fit.Profiles.Sum(profile => profile.Size).Should().Be(150);
    }

    // As scikit-learn gives them.
    [SkippableTheory]
    [InlineData(2, 0.6810)]
    [InlineData(3, 0.5528)]
    public void Silhouette_Iris(int clusters, double silhouette) =>
        KMeans.Fit(Iris(), new KMeansOptions { Clusters = clusters }).Silhouette.Should().BeApproximately(silhouette, 1e-4);

    [SkippableFact]
    public void FitBest_Iris_FindsTwoThatAreApart() => KMeans.FitBest(Iris()).Profiles.Should().HaveCount(2);

    [Fact]
    public void Fit_SeparateGroups_AreFoundAndNamed()
    {
        // A hundred who buy much and lately, fifty who bought little long ago.
        var random = new System.Random(2);
        Feature[] features =
        [
            new("days since", [.. Enumerable.Range(0, 150).Select(i => i < 100 ? 5 + random.NextDouble() : 300 + (20 * random.NextDouble()))]),
            new("revenue", [.. Enumerable.Range(0, 150).Select(i => i < 100 ? 900 + (90 * random.NextDouble()) : 10 + random.NextDouble())], FeatureScale.LogStandard),
            new("same", [.. Enumerable.Repeat(1.0, 150)]),
        ];

        var fit = KMeans.FitBest(features);

        fit.Profiles.Should().HaveCount(2);
        fit.Clusters.ToArray().Should().Equal(Enumerable.Range(0, 150).Select(i => i < 100 ? 0 : 1));
        fit.Profiles[0].Words.Should().Contain("high revenue").And.Contain("low days since").And.NotContain("same");
        fit.Profiles[1].Features[1].Mean.Should().BeInRange(10, 11);
        fit.Profiles[1].Features[0].Level.Should().BeOneOf(FeatureLevel.High, FeatureLevel.VeryHigh);
        fit.Silhouette.Should().BeGreaterThan(0.9);
        fit.Explained.Should().BeGreaterThan(0.9);
    }

    [Fact]
    public void Fit_AnyRows_IsALocalOptimumAndTheSameAtAnyDegree() => Prop.ForAll(
        (from x in Gen.Choose(0, 30) from y in Gen.Choose(0, 30) select (x, y)).ArrayOf().ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(),
        (points, clusters) =>
        {
            Feature[] features = [new("x", [.. points.Select(p => (double)p.x)], FeatureScale.None), new("y", [.. points.Select(p => (double)p.y)], FeatureScale.None)];
            if (points.Distinct().Count() < clusters)
            {
                var act = () => KMeans.Fit(features, new KMeansOptions { Clusters = clusters });
                act.Should().Throw<ArgumentException>();
                return;
            }

            var fit = KMeans.Fit(features, new KMeansOptions { Clusters = clusters, Restarts = 3, DegreeOfParallelism = 1 });
            var (found, centres) = (fit.Clusters.ToArray(), fit.Profiles.Select(p => (X: p.Features[0].Mean, Y: p.Features[1].Mean)).ToArray());
            KMeans.Fit(features, new KMeansOptions { Clusters = clusters, Restarts = 3, DegreeOfParallelism = 3 }).Clusters.ToArray().Should().Equal(found);
            found.Distinct().Should().HaveCount(clusters, "no cluster is empty");
            var squares = 0.0;
            for (var i = 0; i < found.Length; i++)
            {
                var own = Distance(points[i], centres[found[i]]);
                squares += own;
                centres.Min(centre => Distance(points[i], centre)).Should().BeApproximately(own, 1e-9, "each row is with its nearest centre");
            }

            fit.WithinSquares.Should().BeApproximately(squares, 1e-6);

            static double Distance((int x, int y) point, (double X, double Y) centre) =>
                ((point.x - centre.X) * (point.x - centre.X)) + ((point.y - centre.Y) * (point.y - centre.Y));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void CustomerFeatures_LeaveOutWhoNeverBought()
    {
        var summaries = LogSamples.Summarise(LogSamples.Row(1, 0, 10), LogSamples.Row(1, 10, 20), LogSamples.Row(2, 0, -5), LogSamples.Row(3, 4, 7));

        var found = CustomerFeatures.From(summaries);

        found.Customers.Should().Equal(0, 2);
        found.Features.Select(feature => feature.Values[1]).Should().Equal(6, 1, 7, 6);
        found.Features[2].Values[0].Should().Be(30);
    }

    [Fact]
    public void BadInput_IsRefused()
    {
        Feature fine = new("x", [1, 2, 3]);
        Action[] acts =
        [
            () => KMeans.Fit([]),
            () => KMeans.Fit([fine, new("y", [1, 2])]),
            () => KMeans.Fit([new("x", [1, double.NaN, 2])]),
            () => KMeans.Fit([fine], new KMeansOptions { Clusters = 4 }),
            () => KMeans.Fit([fine], new KMeansOptions { Clusters = 0 }),
            () => KMeans.Fit([fine], new KMeansOptions { Restarts = 0 }),
            () => KMeans.Fit([new("x", [])], new KMeansOptions { Clusters = 1 }),
            () => KMeans.FitBest([fine], 1),
            () => KMeans.FitBest([fine], 3, 2),
        ];
        foreach (var act in acts) act.Should().Throw<ArgumentException>();
    }
}
