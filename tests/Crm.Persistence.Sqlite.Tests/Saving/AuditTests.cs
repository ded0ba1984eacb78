using Crm.Persistence.Specification.Saving;

namespace Crm.Persistence.Sqlite.Tests.Saving;

public sealed class AuditTests(SqliteFixture fixture) : AuditSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
