using System.Security.Cryptography;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Hosting;

/// <summary>The secret under which erased addresses are hashed: of the environment, or of a file beside a SQLite database.</summary>
internal static class SuppressionKey
{
    public const string Variable = "CRM_SUPPRESSION_KEY";

    private const int Bytes = 32;

    /// <summary>The key, if there is one.</summary>
    public static string? Find(string database)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return Checked(given, Variable);
        }

        var file = FileOf(database);
        return File.Exists(file) ? Checked(File.ReadAllText(file).Trim(), file) : null;
    }

    /// <summary>Makes a key where there is none, beside a SQLite database.</summary>
    public static void Ensure(string database)
    {
        if (Find(database) is not null || CrmHost.IsServer(database))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(FileOf(database), options);
        file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
    }

    /// <summary>The key under which Message-IDs are signed: derived, so that there is one secret to keep.</summary>
    public static string? ForMessages(string? key) => Derived(key, "crm message tokens"u8);

    /// <summary>The secret under which readers of the knowledge base are hashed, derived likewise.</summary>
    public static string? ForReaders(string? key) => Derived(key, "crm knowledge readers"u8);

    /// <summary>The key under which tokens of invitations are made, derived likewise.</summary>
    public static string? ForSurveys(string? key) => Derived(key, "crm survey tokens"u8);

    /// <summary>The key under which tokens and codes of the portal are made, derived likewise.</summary>
    public static string? ForPortal(string? key) => Derived(key, "crm portal tokens"u8);

    private static string? Derived(string? key, ReadOnlySpan<byte> purpose) =>
        key is null ? null : Convert.ToBase64String(HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(key), Bytes, info: purpose.ToArray()));

    private static string FileOf(string database) => database + ".key";

    private static string Checked(string key, string from)
    {
        Span<byte> bytes = stackalloc byte[256];
        return Convert.TryFromBase64String(key, bytes, out var length) && length >= Bytes
            ? key
            : throw CommandFailure.Input("SuppressionKeyUnusable", "At least 32 random bytes as Base64 are expected.", from);
    }
}
