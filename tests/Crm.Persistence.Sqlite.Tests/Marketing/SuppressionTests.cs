using Crm.Persistence.Specification.Marketing;

namespace Crm.Persistence.Sqlite.Tests.Marketing;

public sealed class SuppressionTests(SqliteFixture fixture) : SuppressionSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
