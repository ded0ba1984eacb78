using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class RetentionTests(SqliteFixture fixture) : RetentionSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
