namespace Crm.Domain.Privacy;

/// <summary>The purposes that are built in.</summary>
public static class Purposes
{
    /// <summary>Advertising of any kind.</summary>
    public static PurposeKey Marketing { get; } = new("marketing");

    /// <summary>Evaluating behaviour.</summary>
    public static PurposeKey Profiling { get; } = new("profiling");

    /// <summary>Surveys and research.</summary>
    public static PurposeKey Research { get; } = new("research");

    /// <summary>Messages that a contract or a law asks for.</summary>
    public static PurposeKey Transactional { get; } = new("transactional");
}
