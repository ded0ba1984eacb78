using Crm.Persistence.EfCore.Encryption;

namespace Crm.Persistence.EfCore;

/// <summary>
/// What <c>ApplyCrm</c> maps. The model depends on these options and the database provider alone, so one context type always
/// uses the same options.
/// </summary>
public sealed class CrmModelOptions
{
    internal CrmAreas MappedAreas { get; private set; } = CrmAreas.All;

    internal bool IsTenanted { get; private set; }

    internal bool LimitsVisibility { get; private set; }

    internal string Prefix { get; private set; } = "crm_";

    internal PersonalDataKeys? PersonalDataKeys { get; private set; }

    /// <summary>Maps only these areas, and customers and interactions. Front doors of other areas fail when they are resolved.</summary>
    /// <param name="areas">The areas; every area by default.</param>
    /// <returns>These options.</returns>
    public CrmModelOptions Areas(CrmAreas areas)
    {
        MappedAreas = areas & CrmAreas.All;
        return this;
    }

    /// <summary>
    /// Keeps several tenants apart in one database: every row carries the tenant of the scope that wrote it, every query sees
    /// the tenant of its scope, and writes across tenants are refused. A scope without a tenant sees nothing. Off by default.
    /// </summary>
    /// <returns>These options.</returns>
    public CrmModelOptions UseTenants()
    {
        IsTenanted = true;
        return this;
    }

    /// <summary>
    /// Lets agents see only the customers and leads that their roles let them see (<see cref="Crm.Domain.Access.CrmRole.Sees"/>), and of
    /// everything else what is about those: every query is filtered, so lists, searches, counts, timelines, exports and merges agree, and
    /// what is not seen answers like what is not there. Off by default; the schema is the same.
    /// </summary>
    /// <returns>These options.</returns>
    public CrmModelOptions UseRecordVisibility()
    {
        LimitsVisibility = true;
        return this;
    }

    /// <summary>Begins the names of all tables, indexes and sequences.</summary>
    /// <param name="prefix">Up to 20 lower-case letters, digits and underscores; <c>crm_</c> by default.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The prefix has another form.</exception>
    public CrmModelOptions TablePrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        Prefix = prefix.Length <= 20 && prefix.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            ? prefix
            : throw new ArgumentException("A prefix has up to 20 lower-case letters, digits and underscores.", nameof(prefix));
        return this;
    }

    /// <summary>
    /// Encrypts what names, reaches or quotes customers before it goes to the database: names, birth dates, contact points, addresses,
    /// what was written and said, and the audit, timeline and outbox rows of it. E-mail addresses and numbers are still found, and search
    /// finds whole words in place of their beginnings. Identities in other systems, tags, custom fields and who acted stay readable. Off by default.
    /// </summary>
    /// <param name="keys">The keys; one instance for all contexts of this type.</param>
    /// <returns>These options.</returns>
    public CrmModelOptions EncryptPersonalData(PersonalDataKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        PersonalDataKeys = keys;
        return this;
    }
}
