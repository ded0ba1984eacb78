namespace Crm.Domain.Interactions;

/// <summary>The channels that are built in.</summary>
public static class Channels
{
    /// <summary>A telephone call.</summary>
    public static ChannelKey Phone { get; } = new("phone");

    /// <summary>An e-mail.</summary>
    public static ChannelKey Email { get; } = new("email");

    /// <summary>A letter by post.</summary>
    public static ChannelKey Letter { get; } = new("letter");

    /// <summary>Other printed matter: brochures, catalogues, mailings.</summary>
    public static ChannelKey PrintedMatter { get; } = new("printed-matter");

    /// <summary>A fax.</summary>
    public static ChannelKey Fax { get; } = new("fax");

    /// <summary>A text message to a mobile.</summary>
    public static ChannelKey Sms { get; } = new("sms");

    /// <summary>Instant messaging or web chat.</summary>
    public static ChannelKey Chat { get; } = new("chat");

    /// <summary>A conference by sound.</summary>
    public static ChannelKey AudioConference { get; } = new("audio-conference");

    /// <summary>A conference by sound and picture.</summary>
    public static ChannelKey VideoConference { get; } = new("video-conference");

    /// <summary>A visit at the customer's.</summary>
    public static ChannelKey OnSiteVisit { get; } = new("on-site-visit");

    /// <summary>A conversation in a shop or branch.</summary>
    public static ChannelKey Store { get; } = new("store");

    /// <summary>The company's web site: forms, the portal, pages read.</summary>
    public static ChannelKey Web { get; } = new("web");

    /// <summary>A post or message on a social network.</summary>
    public static ChannelKey Social { get; } = new("social");
}
