using Crm.Domain.Interactions;

namespace Crm.Samples.Console.Interactions;

/// <summary>How the statistics of a customer's contacts are printed.</summary>
internal static class StatisticsRows
{
    public static IReadOnlyList<string> Columns { get; } = ["Channel", "Direction", "Count", "First", "Last"];

    public static object?[] Cells(ContactStatistic statistic) => [statistic.Channel.Value, statistic.Direction, statistic.Count, statistic.FirstAt, statistic.LastAt];

    public static object Json(ContactStatistics statistics) => new
    {
        statistics.Inbound,
        statistics.Outbound,
        statistics.Automatic,
        statistics.FirstInboundAt,
        statistics.LastInboundAt,
        statistics.FirstOutboundAt,
        statistics.LastOutboundAt,
        statistics.DaysSinceInbound,
        statistics.DaysSinceOutbound,
        Responses = new
        {
            statistics.Responses.Count,
            MedianSeconds = statistics.Responses.Median?.TotalSeconds,
            MeanSeconds = statistics.Responses.Mean?.TotalSeconds,
            statistics.Responses.WaitingSince,
        },
        ByChannel = statistics.ByChannel.Select(c => new { Channel = c.Channel.Value, c.Direction, c.Count, c.FirstAt, c.LastAt }),
    };
}
