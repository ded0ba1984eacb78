namespace Crm.Analytics.Segmentation;

/// <summary>A figure of every customer.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Values">The figure of each row, finite.</param>
/// <param name="Scale">How it is made comparable with others.</param>
public sealed record Feature(string Name, IReadOnlyList<double> Values, FeatureScale Scale = FeatureScale.Standard);
