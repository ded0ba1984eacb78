using System.Security.Cryptography;
using Crm.Domain.Interactions;

namespace Crm.Persistence.EfCore.Interactions;

/// <summary>Keeps the content of attachments as files of one folder, under random names: the name that the sender gave never reaches the disk.</summary>
/// <remarks>Singleton; safe for use by several threads and processes on one folder.</remarks>
/// <param name="folder">The folder; made when it is missing. Keep it out of what a web server shows.</param>
public sealed class FileAttachmentStore(string folder) : IAttachmentStore
{
    private const int KeyBytes = 16;

    private readonly string _folder = Path.GetFullPath(folder);

    /// <inheritdoc />
    public async Task<string> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        var path = PathOf(key);
        var unfinished = path + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81_920, FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false))
            {
                await content.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
            }

            // Whole or not at all.
            File.Move(unfinished, path);
            return key;
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <inheritdoc />
    public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Task.FromResult<Stream?>(IsKey(key) && File.Exists(PathOf(key))
            ? new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81_920, FileOptions.Asynchronous | FileOptions.SequentialScan)
            : null);
    }

    /// <inheritdoc />
    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (IsKey(key) && File.Exists(PathOf(key)))
        {
            File.Delete(PathOf(key));
        }

        return Task.CompletedTask;
    }

    // Nothing but what this store made names a file, so no key leads out of the folder.
    private static bool IsKey(string key) => key.Length == 2 * KeyBytes && key.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');

    private string PathOf(string key) => Path.Combine(_folder, key[..2], key);
}
