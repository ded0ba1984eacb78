using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.Sqlite.Tests.Privacy;

public sealed class RetentionTests(SqliteFixture fixture) : RetentionSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
