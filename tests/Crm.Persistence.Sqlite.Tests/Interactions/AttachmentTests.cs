using Crm.Persistence.Specification.Interactions;

namespace Crm.Persistence.Sqlite.Tests.Interactions;

public sealed class AttachmentTests(SqliteFixture fixture) : AttachmentSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
